"""Invented files in the formats that reading takes, made when a test runs."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

HEADLINE = "Enam Calon Pekerja Migran Dicegah di Pelabuhan Sei Nyamuk"
PARAGRAPHS = (
    "SEBATIK, kabarutara.co.id – Petugas gabungan mencegah keberangkatan enam calon pekerja migran yang "
    "hendak menyeberang ke Tawau, Malaysia, melalui Pelabuhan Sei Nyamuk, Nunukan, Selasa (4/3/2025).",
    "Kepala pos pelayanan, Ratna Wulandari, mengatakan keenam orang itu tidak membawa dokumen kerja dan "
    "mengaku dijanjikan upah di sebuah kebun oleh seorang perekrut berinisial TB.",
    "Mereka kini ditampung di rumah singgah sambil menunggu pemulangan ke daerah asal masing-masing.",
)
ARTICLE = "\n\n".join((HEADLINE, *PARAGRAPHS))
ENGLISH = (
    "Officers stopped six people at the small harbour on Tuesday morning because none of them carried the "
    "papers that are needed for work abroad. They said that a man had promised them wages on a plantation "
    "across the strait, and that they had paid for the crossing. They are now waiting for their journey home."
)


def docx_bytes(paragraphs: Sequence[str], title: str = "") -> bytes:
    """A Word document with these paragraphs and this title in its properties."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return _saved(document)


def docx_with_table(rows: Sequence[Sequence[str]]) -> bytes:
    """A Word document: a paragraph, a table whose first row is merged to one cell, a paragraph."""
    document = docx.Document()
    document.add_paragraph(PARAGRAPHS[0])
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    first = table.rows[0].cells
    first[0].merge(first[-1])
    document.add_paragraph(PARAGRAPHS[1])
    return _saved(document)


def _saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_bytes(pages: Sequence[Sequence[str]], title: str = "", password: str | None = None) -> bytes:
    """A PDF with these lines on its pages; a page without lines shows a picture-like box and has no text."""
    out = io.BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt)
    canvas.setTitle(title)
    for lines in pages:
        canvas.rect(40, 40, 200, 100, fill=1)
        for number, line in enumerate(lines):
            canvas.drawString(60, 800 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def html_page(*, published: str = "2025-03-05T09:30:00+08:00", charset: str = "utf-8") -> str:
    """A news page as a browser saves it: menu, current date, article, related links, comments, footer."""
    links = (f"<li><a href='/b/{n}'>Berita lain {n} dari perbatasan</a></li>" for n in range(6))
    related = "".join(links)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<!-- saved from url=(0045)https://kabarutara.co.id/2025/03/enam-calon -->
<html lang="id"><head><meta charset="{charset}"><title>{HEADLINE} - Kabar Utara</title>
<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="Kabar Utara">
<meta property="article:published_time" content="{published}">
<link rel="stylesheet" href="https://kabarutara.co.id/gaya.css">
<script src="https://iklan.contoh.id/muat.js"></script></head><body>
<header><div class="date">Jumat, 14 Maret 2025</div><nav><ul><li><a href="/">Beranda</a></li>
<li><a href="/politik">Politik</a></li><li><a href="/daerah">Daerah</a></li></ul></nav></header>
<main><article><h1>{HEADLINE}</h1><img src="https://kabarutara.co.id/foto.jpg">{body}</article></main>
<aside class="sidebar"><h3>Terpopuler</h3><ul>{related}</ul></aside>
<section id="comments" class="comments"><h3>Komentar</h3><div class="comment"><p>Pembaca Satu: semoga semuanya
lekas pulang ke rumah dengan selamat dan perekrutnya ditangkap.</p></div></section>
<footer>Hak cipta 2025 Kabar Utara. Semua hak dilindungi.</footer></body></html>"""
