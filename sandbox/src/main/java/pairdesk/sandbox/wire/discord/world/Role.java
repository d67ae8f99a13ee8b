package pairdesk.sandbox.wire.discord.world;

import pairdesk.sandbox.wire.discord.protocol.Snowflake;

/** A role; permissions are Discord's bits, the colour is 0xRRGGBB and 0 means none. */
public record Role(Snowflake id, String name, int position, long permissions, int color) {}
