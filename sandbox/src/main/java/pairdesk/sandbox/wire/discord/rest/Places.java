package pairdesk.sandbox.wire.discord.rest;

import pairdesk.sandbox.wire.discord.http.Call;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.world.Board;
import pairdesk.sandbox.wire.discord.world.Channel;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Member;
import pairdesk.sandbox.wire.discord.world.Message;
import pairdesk.sandbox.wire.discord.world.Permission;

/** Finds the channel and message of a path and checks that the bot may act there. */
public record Places(Guild guild, Board board) {

  Channel channel(Call call, Permission... permissions) {
    Channel channel = guild.channel(call.id("channel")).orElseThrow(ApiError::unknownChannel);
    guild.require(bot(), channel, permissions);
    return channel;
  }

  Message message(Call call, Permission... permissions) {
    return board.lasting(channel(call, permissions), call.id("message"));
  }

  Member bot() {
    return guild.bot();
  }
}
