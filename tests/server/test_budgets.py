import pytest

from server.budgets import AGENTS, MOST_CLIENTS, Budget, Budgets
from server.clients import Client
from server.config import Config
from server.connection import Connection
from server.errors import ProblemError


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def client(address: str = "192.0.2.1", agent: str = "one", *, local: bool = False) -> Client:
    return Client(address, agent, local, Connection(address))


def test_a_budget_that_is_used_up_comes_back_with_time() -> None:
    clock = Clock()
    budget = Budget(10, clock)
    assert budget.wait_s(client()) == 0
    budget.charge(client(), 12)
    assert budget.wait_s(client()) == pytest.approx(36)
    clock.now += 37
    assert budget.wait_s(client()) == 0
    clock.now += 10_000
    budget.charge(client(), 9)
    assert budget.wait_s(client()) == 0


def test_another_agent_of_one_address_has_its_own_until_the_address_has_none() -> None:
    budget = Budget(10, Clock())
    for number in range(AGENTS):
        assert budget.wait_s(client(agent=str(number))) == 0
        budget.charge(client(agent=str(number)), 10)
        assert budget.wait_s(client(agent=str(number))) > 0
    assert budget.wait_s(client(agent="fresh")) > 0
    assert budget.wait_s(client("192.0.2.2", "0")) == 0


def test_a_budget_of_nothing_is_none() -> None:
    budget = Budget(0, Clock())
    budget.charge(client(), 1e9)
    assert budget.wait_s(client()) == 0


def test_only_so_many_clients_are_remembered() -> None:
    budget = Budget(10, Clock())
    for number in range(MOST_CLIENTS):
        budget.charge(client(str(number)), 11)
    assert budget.wait_s(client("0")) == 0
    assert budget.wait_s(client(str(MOST_CLIENTS - 1))) > 0


def test_failures_are_counted_apart_from_time() -> None:
    budgets = Budgets(Config(budget_s=1000, budget_failures=2), Clock())
    for _ in range(2):
        budgets.admit(client())
        budgets.charge(client(), 0.1, failed=True)
    with pytest.raises(ProblemError) as caught:
        budgets.admit(client())
    problem = caught.value.problem
    assert (problem.status, problem.code) == (429, "budget")
    assert "failed queries" in problem.detail
    assert problem.headers["Retry-After"] == "60"


def test_this_machine_has_budgets_only_where_they_are_switched_on() -> None:
    for local in (0, 1):
        budgets = Budgets(Config(budget_s=1, budget_local=local), Clock())
        budgets.charge(client(local=True), 5, failed=False)
        if local:
            with pytest.raises(ProblemError):
                budgets.admit(client(local=True))
        else:
            budgets.admit(client(local=True))
