/** What people are told. */
@NullMarked
package pairdesk.engine.notice;

import org.jspecify.annotations.NullMarked;
