/**
 * From the text of a changed book to both orders at the venues' doors: the desk's own path beside
 * the plain composition of libraries, in one run.
 */
@NullMarked
package pairdesk.benchmarks.path;

import org.jspecify.annotations.NullMarked;
