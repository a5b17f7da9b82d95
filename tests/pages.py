"""Three invented articles in the layouts of ten common content systems, with all that such pages put around them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from mtaudit.records import Role

H, Q, C, P = Role.HEADING, Role.QUOTE, Role.CAPTION, Role.BODY

Paragraphs = tuple[tuple[Role, str], ...]


@dataclass(frozen=True)
class Story:
    """What an outlet published."""

    headline: str
    author: str
    outlet: str
    published: str
    url: str
    paragraphs: Paragraphs

    @property
    def text(self) -> str:
        return "\n\n".join([self.headline, *(text for _, text in self.paragraphs)])


FERRY = Story(
    "Island ferry to raise fares by eight per cent",
    "Ann Lee",
    "The Harbour Post",
    "2024-03-04T08:30:00+01:00",
    "https://harbour.example/2024/03/ferry-fares",
    (
        (C, "The ferry Corvina leaves the dock of Brindle in a light fog."),
        (P, "Fares on the island ferry will rise by eight per cent in May, its operator said on Monday, blaming the "
            "price of fuel & the wages of a crew that has grown by a third since last summer."),
        (P, "“Nobody likes it,” said the mayor of Brindle, Joan Pell, who takes the 7:10 boat to work herself. “But a "
            "boat that does not sail is dearer than one that costs a pound more.”"),
        (H, "Who pays, and how much?"),
        (P, "An adult who pays £7.40 for the crossing today will pay £8 from the first of May; children under twelve "
            "go on travelling at half the fare."),
        (Q, "We will not accept the rise without a word from the ministry, which promised us a lifeline and not a toll."),
        (P, "So wrote the islanders’ council in a letter that was read out at a meeting of 140 residents on Sunday."),
        (P, "The ministry said that it had received the letter and would answer “in due course”, perhaps in June."),
    ),
)  # fmt: skip

COURT = Story(
    "Court tells bank to open its books to the sisters it fired",
    "Milo Brandt",
    "Lorn Ledger",
    "2023-11-21T17:05:00Z",
    "https://ledger.example/news/court-bank-sisters",
    (
        (P, "A court in Lorn ordered the Merrow Bank on Tuesday to hand over nine years of trading records to two "
            "sisters who say that they were dismissed for asking about them."),
        (P, "Judge Petra Voss gave the bank until January 12 and called its refusal “a fence around an empty field”."),
        (H, "Nine years of silence"),
        (P, "Ines and Clara Dorn worked in the bank’s compliance office until 2014. In their complaint, which runs to "
            "212 pages, they say that 31 trades were booked twice and that nobody would tell them why."),
        (Q, "I asked once, and was told to take a holiday. I asked twice, and was told that it would be a long one."),
        (P, "The bank denies that. Its lawyer, Theo Marsh, told the court that the trades had been examined by two "
            "auditors and found to be “dull, correct and complete”."),
        (H, "What comes next"),
        (P, "If the records bear the sisters out, they may claim wages of 1.2 million crowns. Merrow shares fell 3.1% "
            "to 48.20 crowns after the ruling."),
        (P, "The bank has fourteen days to appeal; Mr Marsh said it had not decided whether it would."),
    ),
)  # fmt: skip

COMET = Story(
    "A comet nobody ordered lights up the southern sky",
    "Rosa Quill",
    "Meridian Science",
    "2025-07-02T06:00:00+00:00",
    "https://meridian.example/space/comet-nobody-ordered",
    (
        (P, "Astronomers in the southern hemisphere have found a comet that was on no list, and that can be seen "
            "without a telescope until the end of the week."),
        (C, "Comet Halden–Mbeki over the dunes, photographed with a telephone."),
        (P, "Lena Halden saw it first, on June 28, on a picture she had taken to test a lens. Sipho Mbeki found it on "
            "his own plates four hours later and 1,900 kilometres away."),
        (P, "“I thought it was dirt on the glass,” Dr Halden said. “Then the dirt moved.”"),
        (H, "How to see it"),
        (P, "Look low in the west, half an hour after sunset, two hands to the left of the evening star. From a dark "
            "place the tail is about as long as three full moons side by side."),
        (Q, "It will not come back for 84,000 years, so take a coat and go outside."),
        (P, "The comet passed the sun at a distance of 62 million kilometres on June 19, hidden in its glare, which is "
            "why no survey had noticed it."),
        (P, "Its brightness falls by half every two days; by July 9 it will take binoculars to find it."),
    ),
)  # fmt: skip

STORIES = (FERRY, COURT, COMET)


def _meta(story: Story, *, json_ld: bool = True) -> str:
    """The head of a page; the title is as for search engines, with the outlet's name behind."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "datePublished": story.published,
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": story.outlet},
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if json_ld else ""
    return f"""<meta charset="utf-8"><title>{escape(story.headline)} | {escape(story.outlet)}</title>
<link rel="canonical" href="{story.url}"><meta property="og:title" content="{escape(story.headline)}">
<meta property="og:site_name" content="{escape(story.outlet)}"><meta name="author" content="{escape(story.author)}">
<meta property="article:published_time" content="{story.published}">
<meta property="og:type" content="article">{script}<style>body {{ color: black }}</style>"""


def _body(
    story: Story,
    *,
    caption: str = '<figure><img src="/p.jpg" alt="A picture"><figcaption>{}</figcaption></figure>',
    quote: str = "<blockquote><p>{}</p></blockquote>",
    heading: str = "<h2>{}</h2>",
    paragraph: str = "<p>{}</p>",
    between: str = "",
) -> str:
    """The article's paragraphs in a system's markup, with something of its own after the third."""
    forms = {C: caption, Q: quote, H: heading, P: paragraph}
    made = [forms[role].format(escape(text, quote=False)) for role, text in story.paragraphs]
    made.insert(3, between)
    return "\n".join(made)


_NAV = """<nav class="main-navigation"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li>
<li><a href="/business">Business</a></li><li><a href="/sport">Sport</a></li></ul></nav>"""

_COOKIES = """<div id="cookie-banner" class="cookie-consent" role="dialog"><p>We use cookies to make this site better for
you. By staying here you accept them.</p><button>Accept all</button></div>"""

_RELATED = """<aside class="related-posts"><h3>Related stories</h3><ul>
<li><a href="/a">Town hall clock stops for the third time this year</a></li>
<li><a href="/b">Why the bakery on Mill Lane closes on Tuesdays</a></li></ul></aside>"""

_SHARE = """<div class="share-buttons sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Tweet</a></li>
<li><a href="#">Facebook</a></li></ul></div>"""

_COMMENTS = """<section id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on this article</h2>
<ol class="comment-list"><li class="comment"><p>I have been saying so for years and nobody listened to me.</p></li>
<li class="comment"><p>First comment on this site, hello to everyone who reads it.</p></li></ol></section>"""

_FOOTER = """<footer class="site-footer"><p>© 2025 All rights reserved. No part of this site may be copied without our
written permission.</p><ul><li><a href="/privacy">Privacy</a></li><li><a href="/terms">Terms</a></li></ul></footer>"""


def wordpress_classic(s: Story) -> str:
    body = _body(
        s,
        caption='<div class="wp-caption alignnone"><img src="/p.jpg"><p class="wp-caption-text">{}</p></div>',
        heading="<h3>{}</h3>",
    )
    return f"""<!DOCTYPE html><html lang="en-US"><head>{_meta(s, json_ld=False)}</head><body class="single single-post">
<div id="page" class="site"><header id="masthead"><h1 class="site-title"><a href="/">{escape(s.outlet)}</a></h1>{_NAV}
</header><div id="content"><main id="main"><article class="post type-post"><header class="entry-header">
<h1 class="entry-title">{escape(s.headline)}</h1><div class="entry-meta"><span class="posted-on"><time
class="entry-date" datetime="{s.published}">that day</time></span> <span class="byline">by <a
href="/author">{s.author}</a></span></div></header><div class="entry-content">{body}{_SHARE}</div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">News</a></span></footer></article>
<nav class="post-navigation"><a href="/p">Previous post</a> <a href="/n">Next post</a></nav>{_COMMENTS}</main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent posts</h2><ul><li><a href="/1">A fine day for
kites on the beach</a></li></ul></section></aside></div>{_FOOTER}</div></body></html>"""


def wordpress_blocks(s: Story) -> str:
    body = _body(
        s,
        caption='<figure class="wp-block-image size-large"><img src="/p.jpg"/><figcaption class="wp-element-caption">{}'
        "</figcaption></figure>",
        quote='<blockquote class="wp-block-quote is-layout-flow"><p>{}</p></blockquote>',
        heading='<h2 class="wp-block-heading">{}</h2>',
        between='<div class="wp-block-group newsletter-signup"><p>Sign up for our newsletter</p><form><input '
        'type="email"><button>Subscribe</button></form></div>',
    )
    return f"""<!DOCTYPE html><html lang="en-GB"><head>{_meta(s)}</head><body><div class="wp-site-blocks">
<header class="wp-block-template-part"><div class="wp-block-group"><p class="wp-block-site-title"><a
href="/">{escape(s.outlet)}</a></p>{_NAV}</div></header><main class="wp-block-group"><h1 class="wp-block-post-title">
{escape(s.headline)}</h1><div class="wp-block-post-author">{s.author}</div><time class="wp-block-post-date"
datetime="{s.published}">that day</time><div class="entry-content wp-block-post-content">{body}</div>
<div class="wp-block-post-terms"><a href="/tag">tag</a></div>{_COMMENTS}</main>{_FOOTER}</div></body></html>"""


def ghost(s: Story) -> str:
    body = _body(
        s,
        caption='<figure class="kg-card kg-image-card kg-card-hascaption"><img src="/p.jpg" class="kg-image">'
        "<figcaption><span>{}</span></figcaption></figure>",
        quote="<blockquote>{}</blockquote>",
        heading='<h2 id="h">{}</h2>',
    )
    return f"""<!DOCTYPE html><html lang="en"><head>{_meta(s)}</head><body class="post-template"><div class="site">
<header id="gh-head" class="gh-head"><a class="gh-head-logo" href="/">{escape(s.outlet)}</a>{_NAV}</header>
<main id="site-main" class="site-main"><article class="article post"><header class="article-header gh-canvas">
<a class="article-tag" href="/t">News</a><h1 class="article-title">{escape(s.headline)}</h1><div
class="article-byline"><h4 class="author-name"><a href="/a">{s.author}</a></h4><div class="byline-meta-content"><time
datetime="{s.published}">that day</time><span> 4 min read</span></div></div></header><section
class="gh-content gh-canvas">{body}</section></article></main><section class="footer-cta"><h2>Sign up for more like
this.</h2><a href="#">Enter your email</a></section><aside class="read-more-wrap"><article class="post-card"><h2>A fine day
for kites</h2></article></aside>{_FOOTER}</div></body></html>"""


def drupal(s: Story) -> str:
    body = _body(
        s,
        caption='<figure role="group" class="align-center"><img src="/p.jpg"><figcaption>{}</figcaption></figure>',
        heading="<h3>{}</h3>",
    )
    return f"""<!DOCTYPE html><html lang="en" dir="ltr"><head>{_meta(s, json_ld=False)}</head><body class="path-node">
<a href="#main-content" class="visually-hidden focusable skip-link">Skip to main content</a><div
class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner">{_NAV}</header><main
role="main"><a id="main-content"></a><div class="layout-content"><div class="region region-content"><h1
class="page-header"><span class="field field--name-title">{escape(s.headline)}</span></h1><article role="article"
class="node node--type-article"><footer class="node__meta"><div class="node__submitted">Submitted by <span>{s.author}
</span> on that day</div></footer><div class="node__content"><div class="field field--name-body field--type-text
field__item">{body}</div><div class="field field--name-field-tags"><div class="field__label">Tags</div><a
href="/t">Town</a></div><ul class="links inline"><li class="comment-add"><a href="#c">Log in</a> to post comments</li></ul>
</div></article></div></div></main><aside class="layout-sidebar-second">{_RELATED}</aside>{_FOOTER}</div></div></body>
</html>"""


def joomla(s: Story) -> str:
    body = _body(s, quote="<blockquote>\n<p>{}</p>\n</blockquote>", heading="<h3>{}</h3>")
    return f"""<!DOCTYPE html><html lang="en-gb"><head>{_meta(s, json_ld=False)}</head><body class="site com_content
view-article"><header class="header container-header">{_NAV}</header><div class="site-grid"><div
class="container-component"><nav class="mod-breadcrumbs"><ol class="breadcrumb"><li>You are here:</li><li><a
href="/">Home</a></li></ol></nav><main><div class="com-content-article item-page" itemscope
itemtype="https://schema.org/Article"><div class="page-header"><h1 itemprop="headline">{escape(s.headline)}</h1></div>
<dl class="article-info text-muted"><dt class="article-info-term">Details</dt><dd class="createdby">Written by: <span
itemprop="name">{s.author}</span></dd><dd class="hits">Hits: 412</dd></dl><div itemprop="articleBody"
class="com-content-article__body">{body}</div><nav class="pagenavigation"><a href="/p">Prev</a> <a href="/n">Next</a></nav>
</div></main></div><div class="container-sidebar-right"><div class="moduletable"><h3>Latest news</h3><ul><li><a
href="/1">A fine day for kites</a></li></ul></div></div></div>{_FOOTER}</body></html>"""


def blogger(s: Story) -> str:
    body = _body(
        s,
        caption='<table class="tr-caption-container"><tbody><tr><td><img src="/p.jpg"/></td></tr><tr><td '
        'class="tr-caption">{}</td></tr></tbody></table>',
        heading="<h3>{}</h3>",
        paragraph="<p>{}</p>",
    )
    return f"""<!DOCTYPE html><html dir="ltr" lang="en"><head>{_meta(s, json_ld=False)}</head><body><div
class="content-outer"><header><div class="Header"><p class="title"><a href="/">{escape(s.outlet)}</a></p></div></header>
<div class="main section"><div class="widget Blog"><div class="blog-posts hfeed"><div class="post-outer"><div
class="post hentry" itemscope><h2 class="date-header"><span>that day</span></h2><h3 class="post-title entry-title"
itemprop="name">{escape(s.headline)}</h3><div class="post-body entry-content">{body}</div><div class="post-footer"><span
class="post-author vcard">Posted by {s.author}</span> <span class="post-timestamp">at <abbr
title="{s.published}">08:30</abbr></span><div class="post-share-buttons"><a href="#">Email This</a></div></div></div>
<div class="comments" id="comments"><h4>2 comments:</h4><div class="comment-block"><p>I have been saying so for years.</p>
</div></div></div></div></div></div><div class="sidebar"><h2>Blog Archive</h2><ul><li><a href="/x">March</a></li></ul></div>
{_FOOTER}</div></body></html>"""


def newspaper(s: Story) -> str:
    """As a large publisher's own system makes it: class names of a build tool, paragraphs in wrappers of their own."""
    body = _body(
        s,
        caption='<figure class="css-1a2b3c"><picture><img src="/p.jpg"></picture><figcaption class="css-xyz9">{}'
        "</figcaption></figure>",
        paragraph='<div data-component="text-block" class="css-uf6wea"><p class="css-1q0x1qg">{}</p></div>',
        heading='<div data-component="subheadline-block"><h2 class="css-abc">{}</h2></div>',
        quote='<div data-component="text-block"><blockquote class="css-q"><p>{}</p></blockquote></div>',
        between='<div class="ad-slot" aria-hidden="true"><span>Advertisement</span></div>',
    )
    return f"""<!DOCTYPE html><html lang="en-GB" class="no-js"><head>{_meta(s)}</head><body>{_COOKIES}<div
id="root"><header role="banner"><a href="/">{escape(s.outlet)}</a>{_NAV}</header><main id="main-content"><article><header
data-component="headline-block"><h1 class="css-t">{escape(s.headline)}</h1></header><div data-component="byline-block"><span
class="css-by">By {s.author}</span></div><time datetime="{s.published}">3 hours ago</time>{body}<section
data-component="topic-list"><h2>Related Topics</h2><ul><li><a href="/t">Town</a></li></ul></section></article>{_RELATED}
</main>{_FOOTER}</div><script>window.__DATA__ = {{"page": "<p>state</p>"}};</script></body></html>"""


def squarespace(s: Story) -> str:
    body = _body(
        s,
        caption='</div></div><div class="sqs-block image-block"><div class="sqs-block-content"><figure><img src="/p.jpg">'
        '<figcaption class="image-caption-wrapper"><p>{}</p></figcaption></figure></div></div><div class="sqs-block '
        'html-block"><div class="sqs-block-content">',
        heading="<h2>{}</h2>",
        quote="<blockquote><p>{}</p></blockquote>",
        paragraph='<p style="white-space:pre-wrap;" class="">{}</p>',
    )
    return f"""<!DOCTYPE html><html lang="en-US"><head>{_meta(s)}</head><body class="collection-type-blog view-item"><div
id="siteWrapper"><header id="header"><div class="header-title"><a href="/">{escape(s.outlet)}</a></div>{_NAV}</header><main
id="page"><article class="h-entry entry"><div class="blog-item-inner-wrapper"><div class="blog-item-top-wrapper"><div
class="blog-item-title"><h1 class="entry-title p-name">{escape(s.headline)}</h1></div></div><div
class="blog-item-content e-content"><div class="sqs-layout"><div class="row sqs-row"><div class="col sqs-col-12"><div
class="sqs-block html-block"><div class="sqs-block-content">{body}</div></div></div></div></div></div><div
class="blog-item-author-profile-wrapper"><a href="/a">{s.author}</a></div></div></article><section
class="item-pagination"><a href="/p">Previous</a></section></main>{_FOOTER}</div></body></html>"""


def amp(s: Story) -> str:
    body = _body(
        s,
        caption='<figure class="amp-wp-caption"><amp-img src="/p.jpg" width="600" height="400"><noscript><img '
        'src="/p.jpg"></noscript></amp-img><figcaption>{}</figcaption></figure>',
        between='<amp-ad type="x" width="300" height="250"><div placeholder>Advertisement, please wait</div></amp-ad>',
    )
    return f"""<!doctype html><html ⚡ lang="en"><head>{_meta(s)}<script async src="https://cdn.example/v0.js"></script>
<style amp-boilerplate>body{{visibility:hidden}}</style></head><body><amp-sidebar id="s" layout="nodisplay"><ul><li><a
href="/">Home</a></li></ul></amp-sidebar><header class="amp-header"><a href="/">{escape(s.outlet)}</a></header><article
class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{escape(s.headline)}</h1><div
class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author">{s.author}</span></div></header><div
class="amp-wp-article-content">{body}</div></article><amp-social-share type="x"></amp-social-share><amp-consent
id="c"><div>We use cookies to make this site better for you.</div></amp-consent>{_FOOTER}</body></html>"""


def static_site(s: Story) -> str:
    """As a generator of static sites makes it: plain markup, semantic elements, no class that says anything."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>{_meta(s, json_ld=False)}</head>
<body>
<header><p><a href="/">{escape(s.outlet)}</a></p>{_NAV}</header>
<main>
<article>
<h1>{escape(s.headline)}</h1>
<p><small>Written by {s.author} on <time datetime="{s.published}">that day</time></small></p>
{_body(s)}
</article>
</main>
{_FOOTER}
</body>
</html>"""


LAYOUTS: tuple[Callable[[Story], str], ...] = (
    wordpress_classic,
    wordpress_blocks,
    ghost,
    drupal,
    joomla,
    blogger,
    newspaper,
    squarespace,
    amp,
    static_site,
)


def as_large_as_real(page: str) -> str:
    """The page with what makes real ones large: styles, a script's state, icons, and links to everything else."""
    cards = "".join(
        f'<li class="card c{n}"><a href="/s/{n}"><svg viewBox="0 0 9 9"><path d="M{n} 1L2 3"/></svg><span class="t">Story '
        f"number {n} of the day</span></a></li>"
        for n in range(120)
    )
    state = json.dumps({f"key{n}": ["/api/v1/x", n, "some state of the page"] for n in range(900)})
    styles = "".join(f".c{n}{{margin:{n}px;color:#0{n % 10}0}}" for n in range(1500))
    page = page.replace("</head>", f"<style>{styles}</style></head>", 1)
    furniture = f'<div class="menu"><ul>{cards}</ul></div><script>window.state={state}</script>'
    return page.replace("</body>", f"{furniture}</body>", 1)
