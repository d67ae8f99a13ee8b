/**
 * What the bot may send: the limits of messages, embeds, components, modals, choices and commands
 * as Discord enforces them (400, code 50035, with the path of every wrong field), and the shape
 * that Discord gives back.
 */
@NullMarked
package pairdesk.sandbox.wire.discord.form;

import org.jspecify.annotations.NullMarked;
