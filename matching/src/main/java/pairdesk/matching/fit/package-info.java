/**
 * Fits the weights on pairs that people have labelled, and says how good they are on topics that
 * they have not seen.
 *
 * <pre>
 * labelled pairs ─► Folds (whole topics) ─► LogisticFit ─► Weights
 *                                    └──► scores of unseen topics ─► Ranking, Calibration
 * </pre>
 */
@NullMarked
package pairdesk.matching.fit;

import org.jspecify.annotations.NullMarked;
