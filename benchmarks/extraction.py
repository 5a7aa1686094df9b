"""Extraction beside spaCy's blank Indonesian pipeline with an entity recogniser, on the same texts, in one run.

    make bench

Prints a Markdown table: documents per second on one core, the ratio, peak memory of a process that reads them, and
the start of `tppo extract` on one document beside the start of the same spaCy pipeline. The texts are the invented
articles of `tests/gold`, cut and joined to 2,000 characters. The recogniser is not trained to be good: its speed does
not depend on its weights.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

LENGTH = 2000
DOCUMENTS = 120
HOME = Path(__file__).resolve().parent.parent
GOLD = HOME / "tests" / "gold" / "dev"
LABELS = ("PER", "ORG", "LOC")


def texts() -> list[str]:
    """Documents of `LENGTH` characters, cut at sentence ends from the invented articles one after the other."""
    whole = " ".join(" ".join(p.read_text(encoding="utf-8").split()) for p in sorted(GOLD.glob("*.txt")))
    made, start = [], 0
    while len(made) < DOCUMENTS:
        if start + LENGTH > len(whole):
            start = len(made) * 37 % LENGTH
        end = whole.rfind(". ", start, start + LENGTH) + 1 or start + LENGTH
        made.append(whole[start:end])
        start = end
    return made


def reader() -> Callable[[str], object]:
    """What reads one text with tppo."""
    from graph.model import Document
    from ingest.extraction.extract import extract

    return lambda text: extract(Document(text))


def peer() -> Callable[[str], object]:
    """What reads one text with spaCy: a blank pipeline of the language with an initialised entity recogniser."""
    import spacy
    from spacy.training import Example

    pipeline = spacy.blank("id")
    recogniser = pipeline.add_pipe("ner")
    for label in LABELS:
        recogniser.add_label(label)
    example = Example.from_dict(pipeline.make_doc("Polres Nunukan"), {"entities": [(0, 14, "ORG")]})
    pipeline.initialize(lambda: [example])
    return pipeline


READERS = {"tppo": reader, "spacy": peer}


def measure(name: str) -> dict[str, float]:
    """Start and first document in seconds, documents per second afterwards, peak memory in MB, of this process."""
    documents = texts()
    begun = time.perf_counter()
    read = READERS[name]()
    read(documents[0])
    ready = time.perf_counter()
    for text in documents:
        read(text)
    spent = time.perf_counter() - ready
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"start": ready - begun, "speed": len(documents) / spent, "peak": peak}


def in_processes(rounds: int = 3) -> Iterator[tuple[str, dict[str, float]]]:
    """The best of some rounds per reader, each in a process of its own on one core, taken in turns."""
    best: dict[str, dict[str, float]] = {}
    for _ in range(rounds):
        for name in READERS:
            done = subprocess.run(
                [sys.executable, __file__, name], cwd=HOME, check=True, capture_output=True, text=True
            )
            found = json.loads(done.stdout)
            kept = best.setdefault(name, found)
            kept["speed"] = max(kept["speed"], found["speed"])
            kept["start"] = min(kept["start"], found["start"])
    yield from best.items()


def command() -> float:
    """Seconds of `tppo extract` on one document, the best of three."""
    path = next(iter(sorted(GOLD.glob("*.txt"))))
    spent = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "tppo", "extract", str(path), "--format", "json"],
            cwd=HOME,
            check=True,
            capture_output=True,
        )
        spent.append(time.perf_counter() - begun)
    return min(spent)


def main() -> None:
    """Print the table."""
    found = dict(in_processes())
    print("| | tppo | spaCy blank `id` + NER | ratio |\n|---|---|---|---|")
    for key, title in (
        ("speed", "documents of 2 kB per second and core"),
        ("start", "start and first document, s"),
    ):
        one, other = found["tppo"][key], found["spacy"][key]
        print(f"| {title} | {one:.2f} | {other:.2f} | {one / other:.2f} |")
    print(f"| peak memory, MB | {found['tppo']['peak']:.0f} | {found['spacy']['peak']:.0f} | |")
    print(f"| `tppo extract` on one document, s | {command():.2f} | | |")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        main()
