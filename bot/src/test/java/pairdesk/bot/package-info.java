/** Tests of the whole. */
@NullMarked
package pairdesk.bot;

import org.jspecify.annotations.NullMarked;
