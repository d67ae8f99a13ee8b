/**
 * Reports: what the database knows of orders, executions, fills, positions, profit, pairs,
 * opportunities and people's actions, as rows of exact values, and the forms in which they leave.
 *
 * <pre>
 *   persistence ──► Reports ──► Report (columns, rows of cells) ──► Csv · Json · a table of whoever asks
 * </pre>
 */
@NullMarked
package pairdesk.bot.report;

import org.jspecify.annotations.NullMarked;
