"""Evaluation: what was read of documents, beside what careful people annotated in them.

`read_gold` and `read_predictions` (or `predict`) give the two sides, `scores_of` compares them, `report` tells it.
"""

from ingest.evaluation.gold import read_gold, texts_of
from ingest.evaluation.predictions import predict, read_predictions
from ingest.evaluation.scores import scores_of
from ingest.evaluation.values import EvaluationError, Scores

__all__ = ["EvaluationError", "Scores", "predict", "read_gold", "read_predictions", "scores_of", "texts_of"]
