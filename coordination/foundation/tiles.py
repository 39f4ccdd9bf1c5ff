"""The voice tile: four quarter-arc cells drawn from a random public key.

A tile stands for a person without a photo. The key is random and made for this
one purpose: a name, an identity or a database number would let a stranger
match tiles between places. The drawing is decoration and says nothing.
"""

import hashlib
import random
from dataclasses import dataclass

CELL = 24
TILE = 2 * CELL

# ground, disc, ring: names of the fill classes in components.css
PALETTES = (
    ("birch", "brand", "pink"),
    ("brand2", "lichen", "voice"),
    ("pink", "brand", "lichen"),
    ("voice", "brand", "birch"),
    ("council", "birch", "voice"),
    ("lichen", "brand", "voice"),
    ("pink", "council", "birch"),
    ("lichen", "brand2", "birch"),
)

# A cell is a quarter disc about one of its corners: 0 top left, 1 top right,
# 2 bottom left, 3 bottom right.
DISCS = (
    "M{x0} {y0}h24a24 24 0 01-24 24z",
    "M{x1} {y0}v24a24 24 0 01-24-24z",
    "M{x0} {y1}v-24a24 24 0 0124 24z",
    "M{x1} {y1}h-24a24 24 0 0124-24z",
)
RINGS = (
    "M{x16} {y0}a16 16 0 01-16 16v-8a8 8 0 008-8z",
    "M{x1} {y16}a16 16 0 01-16-16h8a8 8 0 008 8z",
    "M{x0} {y8}a16 16 0 0116 16h-8a8 8 0 00-8-8z",
    "M{x8} {y1}a16 16 0 0116-16v8a8 8 0 00-8 8z",
)
# Shapes that read well large: circle, arches, star, hourglass, waves.
MOTIFS = (
    (3, 2, 1, 0),
    (3, 2, 3, 2),
    (0, 1, 2, 3),
    (1, 0, 3, 2),
    (3, 2, 1, 0),
    (2, 3, 0, 1),
    (2, 1, 1, 2),
    (1, 1, 2, 2),
)

# The fills of the light theme, as tokens.css has them, for paper.
ON_PAPER = {
    "brand": "#094033",
    "brand2": "#135242",
    "voice": "#faae3f",
    "lichen": "#bedcbe",
    "pink": "#f5b5bc",
    "birch": "#f2f5ec",
    "council": "#b4b9ee",
}


@dataclass(frozen=True)
class Tile:
    """One drawn tile: its place, the three fill names and the two paths."""

    x: int
    y: int
    ground: str
    disc: str
    ring: str
    discs: str
    rings: str


@dataclass(frozen=True)
class Dot:
    """A loose voice above a column of tiles."""

    x: int
    y: int
    fill: str


def draw(key: str) -> Tile:
    """The tile of one key: the same key always gives the same drawing."""
    digest = hashlib.sha256(key.encode()).digest()
    corners = tuple(byte % 4 for byte in digest[:4])
    return _tile(0, 0, corners, PALETTES[digest[4] % len(PALETTES)])


def wall(seed: str, columns: int, rows: int) -> tuple[list[Tile], list[Dot]]:
    """Tiles in columns that rise to the right, with a loose voice over each step."""
    tiles, dots = [], []
    palettes = random.Random(seed).sample(PALETTES, len(PALETTES))  # noqa: S311 - a drawing, not a secret
    for column in range(columns):
        rise = _rise(columns - 1 - column, rows)
        digest = hashlib.sha256(f"{seed}:{column}".encode()).digest()
        for row in range(rows):
            motif = MOTIFS[digest[row] % len(MOTIFS)]
            palette = palettes[(row * columns + column) % len(palettes)]
            tiles.append(_tile(column * TILE, rise + row * TILE, motif, palette))
        if rise:
            fill = "lichen" if column % 2 == 0 else "voice"
            dots.append(Dot(column * TILE + 36, rise - 12, fill))
    return [tile for tile in tiles if tile.y < rows * TILE], dots


def strip(seed: str, columns: int) -> str:
    """A row of tiles as a drawing (SVG) for paper, from edge to edge; the colours of the light theme."""
    tiles, __ = wall(seed, columns, 1)
    parts = "".join(
        f'<rect x="{tile.x}" y="0" width="{TILE}" height="{TILE}" fill="{ON_PAPER[tile.ground]}"/>'
        f'<path d="{tile.discs}" fill="{ON_PAPER[tile.disc]}"/><path d="{tile.rings}" fill="{ON_PAPER[tile.ring]}"/>'
        for tile in tiles
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {columns * TILE} {TILE}">{parts}</svg>'


def _rise(steps_from_right: int, rows: int) -> int:
    cells = steps_from_right * (steps_from_right + 1) // 2
    return CELL * min(cells, 2 * rows - 2)


def _tile(x: int, y: int, corners: tuple[int, ...], palette: tuple[str, str, str]) -> Tile:
    ground, disc, ring = palette
    return Tile(x, y, ground, disc, ring, _path(DISCS, x, y, corners), _path(RINGS, x, y, corners))


def _path(shapes: tuple[str, ...], x: int, y: int, corners: tuple[int, ...]) -> str:
    parts = []
    for index, corner in enumerate(corners):
        left, top = x + CELL * (index % 2), y + CELL * (index // 2)
        places = {"x0": left, "x8": left + 8, "x16": left + 16, "x1": left + CELL}
        places |= {"y0": top, "y8": top + 8, "y16": top + 16, "y1": top + CELL}
        parts.append(shapes[corner].format(**places))
    return "".join(parts)
