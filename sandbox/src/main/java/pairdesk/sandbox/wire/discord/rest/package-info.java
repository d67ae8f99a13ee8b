/**
 * The bot's HTTP interface: Discord's REST API version 10, as far as JDA and discord.js use it for
 * an operator's console.
 */
@NullMarked
package pairdesk.sandbox.wire.discord.rest;

import org.jspecify.annotations.NullMarked;
