/**
 * How a trade is done: plans, the state machine of its legs, partial fills.
 *
 * <pre>
 * PLANNED ─ intents refused ─► REFUSED
 *    ▼
 * WORKING ─ legs equal ──────────────────────────────────► COMPLETE
 *    │    ─ nothing filled ──────────────────────────────► NOTHING_FILLED
 *    ▼ legs differ, all orders settled
 * UNEVEN ─ above 80 % ─► PATCHING ─ missing part bought ─► COMPLETE
 *    │                      │ 3 attempts, 5 s, too dear, selling cheaper
 *    ├─ 50 to 80 % ───► HOLDING ─ planned price ─────────► COMPLETE
 *    │                      │ 10 min, freeze, halt, too much
 *    ▼ below 50 %, or one of two empty
 * UNWINDING ─ surplus sold ──────────────────────────────► UNWOUND
 *    │      ─ missing part bought, where that loses less ─► COMPLETE
 *    ▼ 1 s in which it could be sold
 * PANIC ─ sold or completed down the rungs ──────────────► PANIC_CLOSED
 *    ▼ nothing above the last rung
 * STUCK ─ tried again on every new book and by itself ────► PANIC_CLOSED
 * </pre>
 *
 * <p>A sweep has two legs or more; the percentages are those of {@link
 * pairdesk.engine.execution.PartialFillPolicy}. What every leg holds is finished bundles; each
 * repair sends at most one order of each leg that differs: all that is missing is bought, or all
 * that has no counterpart is sold. One leg that is missing of several may be held, as far as what
 * its outcome would cost is within the limit of what may be unhedged.
 *
 * <p>A bid that rests stays WORKING while it may fill and its fills are hedged in time ({@link
 * pairdesk.engine.execution.Making}); from then on it is two legs like any others. That is at once
 * when it has ended and the hedge's book shows nothing at a price that a hedge may cost.
 *
 * <p>The same order is not repeated for a second; what a book shows that was confirmed after the
 * last answer is another order, and is sent at once.
 *
 * <p>What a venue or our own gate refused is not asked for again before a pause, while the other
 * way out is taken at once; what never left is sent anew at once, once. Shares that could not be
 * sold are offered again when they have settled: that is waited for, ten seconds at most, while
 * their book shows that the sale will bring more than completing.
 *
 * <p>A closed execution whose legs become unequal, by a late fill or one that is taken back, is
 * UNEVEN again. Everything is decided by {@link pairdesk.engine.execution.ExecutionMachine} on how
 * the legs stand ({@link pairdesk.engine.execution.Stand}), never on single events.
 */
@NullMarked
package pairdesk.engine.execution;

import org.jspecify.annotations.NullMarked;
