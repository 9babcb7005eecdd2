"""Pages of old laid out their text in tables; such tables are taken for what they are, boxes on a page."""

from typing import Any

from lxml.etree import XPath

_PARTS = {"table", "tbody", "thead", "tfoot", "tr", "td", "th"}
# Characters; the cells of a table of data are shorter.
_LONGEST_CELL = 350

_long_cells = XPath("//td[string-length(.) > $most] | //th[string-length(.) > $most]")
_old_tags = XPath("//font | //center")
_with_breaks = XPath("//div[count(br) > 1]")


def open_layout_tables(tree: Any) -> None:
    """Turn tables that hold running text into boxes, in place; line breaks in a row become paragraphs."""
    for cell in _long_cells(tree, most=_LONGEST_CELL):
        # What is around an opened cell was opened with it.
        if cell.tag != "div":
            for each in cell.iterancestors("table"):
                _open(each)
    for each in _old_tags(tree):
        each.drop_tag()
    for each in _with_breaks(tree):
        if any(_is_followed_by_break(child) for child in each.iterchildren("br")):
            _split_at_breaks(each)


def _open(table: Any) -> None:
    """The table and its rows and cells as boxes; tables inside its cells are looked at on their own."""
    todo = [table]
    while todo:
        at = todo.pop()
        todo.extend(child for child in at if child.tag in _PARTS and child.tag != "table")
        at.tag = "div"


def _split_at_breaks(box: Any) -> None:
    """Text that is parted by two line breaks or more, each part in a paragraph of its own."""
    parts: list[Any] = [box.makeelement("p")]
    parts[0].text, box.text = box.text, None
    for child in list(box):
        box.remove(child)
        if child.tag == "br":
            if _has_words(parts[-1]):
                parts.append(box.makeelement("p"))
            parts[-1].text = child.tail
        else:
            parts[-1].append(child)
    box.extend(parts)


def _is_followed_by_break(element: Any) -> bool:
    following = element.getnext()
    return following is not None and following.tag == "br" and not (element.tail or "").strip()


def _has_words(paragraph: Any) -> bool:
    return bool(paragraph.text_content().strip())
