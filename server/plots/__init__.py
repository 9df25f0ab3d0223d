"""Pictures of rows, as SVG and HTML: pure functions of plain values.

No script, no ``style`` attribute; classes are styled by ``server/pages/styles/plots.css``. Text
keeps its size on every screen: places are in per cent of the width, letters in pixels. Each
function takes ``root``, the way from the page to the site's root, and gives empty markup for no
rows, so that no page shows an empty plot.
"""

from .bars import bars as bars
from .figures import figures as figures
from .maps import map_of as map_of
from .matrix import matrix as matrix
from .model import Cell as Cell
from .model import Edge as Edge
from .model import Item as Item
from .model import Node as Node
from .model import Spot as Spot
from .model import Twig as Twig
from .model import Value as Value
from .network import network as network
from .timeline import timeline as timeline
from .tree import tree as tree
