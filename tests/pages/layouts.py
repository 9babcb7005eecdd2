"""Saved pages of different layouts, written by hand as templates round an invented article."""
# ruff: noqa: E501  markup that is broken to fit a column is harder to read

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from tests.pages import furniture
from tests.pages.article import Article, make_article


@dataclass(frozen=True)
class Saved:
    """One page as a browser would save it.

    Attributes:
        name: of the layout.
        data: its bytes.
        article: what must be read.
        boilerplate: sentences that must stay out of attribution.
        told: which of title, author, publisher and published the page says of itself.
    """

    name: str
    data: bytes
    article: Article
    boilerplate: tuple[str, ...]
    told: frozenset[str]


ALL = frozenset({"title", "author", "publisher", "published"})
LAYOUTS: dict[str, Callable[[Article], tuple[str, tuple[str, ...], frozenset[str]]]] = {}
Layout = Callable[[Article], tuple[str, tuple[str, ...], frozenset[str]]]
# Layouts whose bytes are in another encoding than they say.
ENCODINGS = {"says-utf8-is-cp1252": "cp1252", "utf16": "utf-16"}


def layout(make: Layout) -> Layout:
    """Note a layout under its function's name."""
    LAYOUTS[make.__name__.replace("_", "-")] = make
    return make


def make_pages(first: int = 0, *, parts: int = 1) -> list[Saved]:
    """Every layout, each with an article of its own, counted from ``first``, of so many parts."""
    pages = []
    for number, (name, make) in enumerate(LAYOUTS.items(), first):
        article = make_article(number, parts=parts)
        html, boilerplate, told = make(article)
        pages.append(Saved(name, html.encode(ENCODINGS.get(name, "utf-8")), article, boilerplate, told))
    return pages


def paragraphs(article, tag="p", start=0, end=None, **attributes):
    """Some of the paragraphs in a tag."""
    more = "".join(f' {name.rstrip("_").replace("_", "-")}="{value}"' for name, value in attributes.items())
    return "\n".join(f"<{tag}{more}>{escape(each, quote=False)}</{tag}>" for each in article.paragraphs[start:end])


def each_in(tag, lines, **attributes):
    """Lines, each in a tag."""
    more = "".join(f' {name.rstrip("_").replace("_", "-")}="{value}"' for name, value in attributes.items())
    return "\n".join(f"<{tag}{more}>{line}</{tag}>" for line in lines)


def navigation():
    """The links at the top."""
    links = "".join(f'<li><a href="/{each.lower()}">{each}</a></li>' for each in furniture.NAVIGATION)
    return f'<nav class="main-nav"><ul>{links}</ul></nav>'


def links(lines):
    """Lines as links in a list."""
    return "<ul>" + "".join(f'<li><a href="/x{n}">{line}</a></li>' for n, line in enumerate(lines)) + "</ul>"


def footer():
    """The foot of the page."""
    return f'<footer class="site-footer">{each_in("p", furniture.FOOTER)}</footer>'


def opengraph(article):
    """A head with OpenGraph and a canonical address."""
    pairs = {
        "og:title": article.title,
        "og:site_name": article.publisher,
        "og:url": article.address,
        "article:published_time": f"{article.published}T08:00:00Z",
    }
    metas = "".join(f'<meta property="{name}" content="{value}">' for name, value in pairs.items())
    author = f'<meta name="author" content="{article.author}">'
    return (
        f'<meta charset="utf-8"><title>{article.title} | {article.publisher}</title>{metas}{author}'
        f'<link rel="canonical" href="{article.address}">'
    )


def page(head, body):
    """A whole page."""
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>{body}</body></html>'


@layout
def semantic(article):
    """Article, nav and footer by their names."""
    body = f"{navigation()}<main><article><h1>{article.title}</h1>{paragraphs(article)}</article></main>{footer()}"
    return page(opengraph(article), body), furniture.FOOTER, ALL


@layout
def blog(article):
    """A blog's theme: entry-content, share buttons, related posts, a comment list."""
    comments = each_in("li", (f'<div class="comment-body"><p>{each}</p></div>' for each in furniture.COMMENTS))
    body = f"""{navigation()}<div id="page"><div id="content"><div class="post hentry">
    <h1 class="entry-title">{article.title}</h1><div class="entry-meta">By <a rel="author">{article.author}</a></div>
    <div class="entry-content">{paragraphs(article)}<div class="sharedaddy"><h3>Share this:</h3>
    <ul><li><a href="#">Click to share on Facebook</a></li></ul></div></div>
    <div class="related-posts"><h3>Related</h3>{links(furniture.RELATED)}</div></div>
    <div id="comments"><h2>5 thoughts on this</h2><ol class="comment-list">{comments}</ol></div></div></div>{footer()}"""
    return page(opengraph(article), body), (*furniture.COMMENTS, *furniture.RELATED, *furniture.FOOTER), ALL


@layout
def tables_of_old(article):
    """The nineties: nested tables, font tags, line breaks for paragraphs, no metadata."""
    text = "<br><br>\n".join(escape(each, quote=False) for each in article.paragraphs)
    side = "<br>".join(f'<a href="x{n}.htm">{line}</a>' for n, line in enumerate(furniture.RELATED))
    body = f"""<TABLE width=750 border=0><TR><TD colspan=2 bgcolor=navy><FONT color=white>The Courier online</FONT></TD></TR>
    <TR><TD width=150 valign=top><FONT size=1>{side}</FONT></TD><TD valign=top><FONT size=5><B>{article.title}</B></FONT><BR>
    <FONT face=Arial size=2>{text}</FONT></TD></TR><TR><TD colspan=2><FONT size=1>{furniture.FOOTER[0]}</FONT></TD></TR></TABLE>"""
    html = f"<HTML><HEAD><meta charset=utf-8><TITLE>{article.title}</TITLE></HEAD><BODY>{body}</BODY></HTML>"
    return html, (*furniture.RELATED, furniture.FOOTER[0]), frozenset({"title"})


@layout
def unclosed(article):
    """No tag is closed, and the page is cut off at its end."""
    text = "\n<P>".join(escape(each, quote=False) for each in article.paragraphs)
    html = (
        f"<HTML><HEAD><meta charset=utf-8><TITLE>{article.title}</TITLE><BODY><H1>{article.title}</H1>\n<P>{text}\n<HR>"
    )
    return f"{html}<ADDRESS>{furniture.FOOTER[0]}", furniture.FOOTER[:1], frozenset({"title"})


@layout
def cookie_banner(article):
    """A banner before everything else, with the weight of a paragraph."""
    banner = (
        f'<div id="onetrust-consent-sdk" class="cookie-consent" role="dialog">{each_in("p", furniture.COOKIES)}</div>'
    )
    body = (
        f"{banner}{navigation()}<main><article><h1>{article.title}</h1>{paragraphs(article)}</article></main>{footer()}"
    )
    return page(opengraph(article), body), (*furniture.COOKIES, *furniture.FOOTER), ALL


@layout
def cookie_overlay_without_names(article):
    """The same in elements without telling names."""
    banner = f'<div class="x1f"><div class="x2a"><h2>Your privacy</h2>{each_in("p", furniture.COOKIES)}<button>Accept</button></div></div>'
    body = f"{navigation()}<div class='a1'><h1>{article.title}</h1>{paragraphs(article)}</div>{banner}{footer()}"
    return page(opengraph(article), body), (*furniture.COOKIES, *furniture.FOOTER), ALL


@layout
def live_blog(article):
    """Posts with times, the latest first, and a summary above."""
    posts = "".join(
        f'<article class="live-post" id="post-{n}"><time datetime="{article.published}T1{n}:00">1{n}:00</time>'
        f"<p>{escape(each, quote=False)}</p></article>"
        for n, each in enumerate(article.paragraphs)
    )
    body = f"""{navigation()}<main><h1>{article.title}</h1><div class="live-blog"><div class="live-badge">Live</div>{posts}
    <aside class="newsletter">{each_in("p", furniture.NEWSLETTER)}</aside></div></main>{footer()}"""
    return page(opengraph(article), body), (*furniture.NEWSLETTER, *furniture.FOOTER), ALL


@layout
def many_comments(article):
    """More words below the article than in it."""
    comments = "".join(
        f'<div class="comment"><span class="user">reader{n}</span><p>{each} I say this for the {n + 1}th time.</p></div>'
        for n, each in enumerate(furniture.COMMENTS * 5)
    )
    body = f"""{navigation()}<article><h1>{article.title}</h1>{paragraphs(article)}</article>
    <section id="comments" class="comments-area"><h2>25 comments</h2>{comments}</section>{footer()}"""
    return page(opengraph(article), body), (*furniture.COMMENTS, *furniture.FOOTER), ALL


@layout
def comments_without_names(article):
    """Readers' words in elements that do not say so, but for their heading."""
    comments = "".join(
        f'<div class="z9"><b>reader{n}</b> <span>2 hours ago</span><p>{each}</p><a href="#">Reply</a></div>'
        for n, each in enumerate(furniture.COMMENTS)
    )
    body = f"""{navigation()}<article><h1>{article.title}</h1>{paragraphs(article)}</article>
    <div class="z1"><h3>Comments</h3>{comments}</div>{footer()}"""
    return page(opengraph(article), body), (*furniture.COMMENTS, *furniture.FOOTER), ALL


@layout
def paywall(article):
    """A notice in the middle of the text, which goes on behind it."""
    notice = f'<div class="paywall-prompt">{each_in("p", furniture.PAYWALL)}<a href="/subscribe">Subscribe</a></div>'
    body = f"""{navigation()}<article><h1>{article.title}</h1><div class="article-body">{paragraphs(article, end=4)}{notice}
    {paragraphs(article, start=4)}</div></article>{footer()}"""
    return page(opengraph(article), body), (*furniture.PAYWALL, *furniture.FOOTER), ALL


@layout
def boxes_between_paragraphs(article):
    """Newsletter, author and contact boxes as plain paragraphs of the text."""
    body = f"""{navigation()}<article><h1>{article.title}</h1><div class="body">{paragraphs(article, end=3)}
    {each_in("p", furniture.NEWSLETTER)}{paragraphs(article, start=3, end=6)}
    <p><em>Read more: {furniture.RELATED[0]}</em></p>{paragraphs(article, start=6)}
    {each_in("p", furniture.PROMOTION)}<p><i>{" ".join(furniture.BIOGRAPHY)}</i></p></div></article>{footer()}"""
    boilerplate = (*furniture.NEWSLETTER, furniture.RELATED[0], *furniture.PROMOTION, *furniture.BIOGRAPHY)
    return page(opengraph(article), body), (*boilerplate, *furniture.FOOTER), ALL


@layout
def pictures(article):
    """Figures with captions between paragraphs, and a gallery at the end."""
    figures = [
        f'<figure><img src="{n}.jpg" alt="x"><figcaption>{each}</figcaption></figure>'
        for n, each in enumerate(furniture.CAPTIONS)
    ]
    gallery = "".join(
        f'<div class="gallery-slide"><img src="g{n}.jpg"><p class="caption">{each}</p></div>'
        for n, each in enumerate(furniture.CAPTIONS)
    )
    body = f"""{navigation()}<article><h1>{article.title}</h1>{figures[0]}{paragraphs(article, end=5)}{figures[1]}
    {paragraphs(article, start=5)}<div class="gallery">{gallery}</div></article>{footer()}"""
    return page(opengraph(article), body), (*furniture.CAPTIONS, *furniture.FOOTER), ALL


@layout
def jsonld_only(article):
    """What the page says of itself stands in JSON-LD alone, inside a graph."""
    news = {
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": f"{article.published}T08:00:00+00:00",
        "author": [{"@type": "Person", "name": article.author}],
        "publisher": {"@type": "NewsMediaOrganization", "name": article.publisher},
        "mainEntityOfPage": article.address,
    }
    graph = json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, news]})
    head = f'<meta charset="utf-8"><title>{article.title}</title><script type="application/ld+json">{graph}</script>'
    body = f"{navigation()}<div id='app'><h1>{article.title}</h1><div>{paragraphs(article)}</div></div>{footer()}"
    return page(head, body), furniture.FOOTER, ALL


@layout
def amp(article):
    """An AMP page."""
    news = {"@context": "http://schema.org", "@type": "NewsArticle", "headline": article.title}
    news |= {"datePublished": article.published, "author": {"@type": "Person", "name": article.author}}
    news |= {"publisher": {"@type": "Organization", "name": article.publisher}}
    body = f"""<amp-sidebar id="s">{links(furniture.NAVIGATION)}</amp-sidebar><header><amp-img src="l.png"></amp-img></header>
    <article class="amp-wp-article"><h1 class="amp-wp-title">{article.title}</h1>
    <div class="amp-wp-article-content">{paragraphs(article, end=5)}<amp-ad type="x"></amp-ad>{paragraphs(article, start=5)}</div>
    <amp-consent id="c"><div>{each_in("p", furniture.COOKIES)}</div></amp-consent></article>{footer()}"""
    head = f"""<meta charset="utf-8"><title>{article.title}</title><link rel="canonical" href="{article.address}">
    <script async src="https://cdn.example/v0.js"></script><script type="application/ld+json">{json.dumps(news)}</script>"""
    html = page(head, body).replace("<html", "<html amp")
    return html, (*furniture.COOKIES, *furniture.FOOTER), ALL


@layout
def microdata(article):
    """schema.org in the elements themselves."""
    body = f"""{navigation()}<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{article.title}</h1>
    <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{article.author}</span></span>
    <time itemprop="datePublished" datetime="{article.published}">2 weeks ago</time>
    <span itemprop="publisher" itemscope><meta itemprop="name" content="{article.publisher}"></span>
    <div itemprop="articleBody">{paragraphs(article)}</div></div>
    <div class="widget">{links(furniture.RELATED)}</div>{footer()}"""
    head = f'<meta charset="utf-8"><title>{article.title}</title>'
    return page(head, body), (*furniture.RELATED, *furniture.FOOTER), ALL


@layout
def no_metadata(article):
    """Nothing but a heading and paragraphs."""
    html = f"<html><body><h1>{article.title}</h1>{paragraphs(article)}</body></html>"
    return html, (), frozenset({"title"})


@layout
def two_columns(article):
    """A column of other stories, each with a sentence, before the text."""
    teasers = "".join(
        f'<div class="teaser"><h4>{each}</h4><p>{each}, our reporters were told on Sunday.</p></div>'
        for each in furniture.RELATED
    )
    body = f"""{navigation()}<div class="row"><div class="col-4 sidebar"><h3>Most read</h3>{teasers}</div>
    <div class="col-8"><h1>{article.title}</h1>{paragraphs(article)}</div></div>{footer()}"""
    return page(opengraph(article), body), (*furniture.RELATED, *furniture.FOOTER), ALL


@layout
def says_utf8_is_cp1252(article):
    """The page declares UTF-8 and is Windows-1252."""
    body = f"{navigation()}<article><h1>{article.title}</h1>{paragraphs(article)}</article>{footer()}"
    return page(opengraph(article), body), furniture.FOOTER, ALL


@layout
def says_latin1_is_utf8(article):
    """The page declares Latin-1 and is UTF-8."""
    body = f"{navigation()}<article><h1>{article.title}</h1>{paragraphs(article)}</article>{footer()}"
    html = page(opengraph(article), body).replace('charset="utf-8"', 'charset="iso-8859-1"')
    return html, furniture.FOOTER, ALL


@layout
def text_blocks(article):
    """A framework's page: each paragraph in components of its own, with classes made by a machine."""
    blocks = "".join(
        f'<div data-component="text-block" class="sc-{n}a"><div class="sc-b0"><p class="sc-e1"><b class="sc-f">'
        f"{each[:12]}</b>{escape(each[12:], quote=False)}</p></div></div>"
        for n, each in enumerate(article.paragraphs)
    )
    topics = f'<section data-component="topic-list"><h2>Related topics</h2>{links(furniture.NAVIGATION)}</section>'
    more = f'<section data-component="links-block"><p>More on this story</p>{links(furniture.RELATED)}</section>'
    body = f"""<div id="__next">{navigation()}<main id="main-content"><article><header><h1>{article.title}</h1>
    <div data-component="byline-block">{article.author}</div></header>{blocks}{more}{topics}</article></main>{footer()}</div>
    <script id="__NEXT_DATA__" type="application/json">{{"props": {{"text": "The army said this is data."}}}}</script>"""
    return page(opengraph(article), body), (*furniture.RELATED, "The army said this is data.", *furniture.FOOTER), ALL


@layout
def divs_for_paragraphs(article):
    """No paragraph element anywhere."""
    body = f"""{navigation()}<div class="story"><div class="headline">{article.title}</div>
    <div class="story-text">{paragraphs(article, tag="div")}</div></div><div class="bottom">{each_in("div", furniture.FOOTER)}</div>"""
    return page(opengraph(article), body), furniture.FOOTER, ALL


@layout
def lists_and_quotations(article):
    """A quotation set apart, and a list that belongs to the text."""
    items = each_in("li", (escape(each, quote=False) for each in article.paragraphs[4:7]))
    body = f"""{navigation()}<article><h1>{article.title}</h1>{paragraphs(article, end=2)}
    <blockquote><p>{article.paragraphs[2]}</p></blockquote>{paragraphs(article, start=3, end=4)}<ul>{items}</ul>
    {paragraphs(article, start=7)}</article>{footer()}"""
    return page(opengraph(article), body), furniture.FOOTER, ALL


@layout
def next_story_below(article):
    """The page goes on with another article, as if one had scrolled."""
    other = make_article(58)
    body = f"""{navigation()}<main><article class="story"><h1>{article.title}</h1>{paragraphs(article)}</article>
    <div class="next-story"><h2>Up next</h2><div class="teaser"><h3>{other.title}</h3><p>{other.paragraphs[1]}</p></div></div>
    </main>{footer()}"""
    return page(opengraph(article), body), (other.paragraphs[1], *furniture.FOOTER), ALL


@layout
def table_of_figures(article):
    """A table of numbers in the midst of the text."""
    rows = "".join(f"<tr><td>{town}</td><td>{n}</td></tr>" for n, town in enumerate(("Sarn", "Ostrel", "Vadim")))
    body = f"""{navigation()}<article><h1>{article.title}</h1>{paragraphs(article, end=4)}
    <table><thead><tr><th>District</th><th>Incidents</th></tr></thead><tbody>{rows}</tbody></table>
    {paragraphs(article, start=4)}</article>{footer()}"""
    return page(opengraph(article), body), furniture.FOOTER, ALL


@layout
def for_print(article):
    """The print version: who and when in a line, a notice below."""
    body = f"""<div class="print-header">{article.publisher}</div><h1>{article.title}</h1>
    <p class="byline">By {article.author}</p><p class="dateline">{article.published}</p>{paragraphs(article)}<hr>
    <p>This article was printed from {article.address}</p><p>{furniture.FOOTER[0]}</p>"""
    return (
        page(opengraph(article), body),
        (f"This article was printed from {article.address}", furniture.FOOTER[0]),
        ALL,
    )


@layout
def hidden_twins(article):
    """The text a second time in hidden elements and scripts, and a player above it."""
    body = f"""{navigation()}<article><h1>{article.title}</h1><div class="audio-player"><p>Listen to this article</p>
    <p>This audio is made by a machine and may have errors.</p></div>{paragraphs(article)}
    <div style="display:none" class="hidden" aria-hidden="true">{paragraphs(article)}</div>
    <noscript><p>Please enable JavaScript, our engineers said, to read this page.</p></noscript></article>{footer()}"""
    spoken = (
        "This audio is made by a machine and may have errors.",
        "Please enable JavaScript, our engineers said, to read this page.",
    )
    return page(opengraph(article), body), (*spoken, *furniture.FOOTER), ALL


@layout
def utf16(article):
    """Saved by a program that writes UTF-16."""
    body = f"{navigation()}<article><h1>{article.title}</h1>{paragraphs(article)}</article>{footer()}"
    return page(opengraph(article).replace('<meta charset="utf-8">', ""), body), furniture.FOOTER, ALL
