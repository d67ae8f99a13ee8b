package pairdesk.sandbox.wire.discord.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event for the bot: its name, such as MESSAGE_CREATE, and its data. */
record Dispatch(String name, ObjectNode data) {}
