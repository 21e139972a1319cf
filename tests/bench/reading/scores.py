"""Figures about probabilities and what was right."""

import numpy as np
from sklearn.metrics import roc_auc_score


def calibration_error(sure: np.ndarray, right: np.ndarray) -> float:
    """How far, on average, what is said to be certain is from what is right, in tenths; 0 is best."""
    tenths = np.minimum((sure * 10).astype(int), 9)
    return float(
        sum(
            abs(right[tenths == tenth].mean() - sure[tenths == tenth].mean())
            * (tenths == tenth).mean()
            for tenth in np.unique(tenths)
        )
    )


def told_apart(known: np.ndarray, strange: np.ndarray) -> float:
    """How often a known message is more certain than a strange one (AUROC); 0.5 is chance."""
    labels = np.r_[np.ones(len(known)), np.zeros(len(strange))]
    return float(roc_auc_score(labels, np.r_[known, strange]))
