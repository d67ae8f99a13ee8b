/**
 * What every part of the local Discord speaks: ids, errors with their codes, and JSON forms that
 * name the field which is wrong.
 */
@NullMarked
package pairdesk.sandbox.wire.discord.protocol;

import org.jspecify.annotations.NullMarked;
