"""The ground floor: vocabulary, rules, checks, addresses and the shape of a published dataset."""
