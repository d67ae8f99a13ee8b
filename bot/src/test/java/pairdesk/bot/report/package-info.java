/** Tests of reports. */
@NullMarked
package pairdesk.bot.report;

import org.jspecify.annotations.NullMarked;
