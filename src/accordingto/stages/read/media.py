"""What a server says of bytes: their kind and their encoding."""

from email.message import Message


def parse_media(content_type: str | None) -> tuple[str, str | None]:
    """Kind of content and encoding, as ``Content-Type`` gives them.

    Example:
        >>> parse_media("Text/HTML; charset=UTF-8")
        ('text/html', 'utf-8')
    """
    if not content_type:
        return "", None
    message = Message()
    message["Content-Type"] = " ".join(content_type.split())
    charset = message.get_content_charset()
    return content_type.partition(";")[0].strip().lower(), charset
