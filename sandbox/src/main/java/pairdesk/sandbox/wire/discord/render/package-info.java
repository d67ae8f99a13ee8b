/**
 * The JSON objects of Discord's API version 10: user, member, role, channel, guild, message.
 * Rendering only, no state.
 */
@NullMarked
package pairdesk.sandbox.wire.discord.render;

import org.jspecify.annotations.NullMarked;
