package pairdesk.sandbox.wire.discord.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.world.Channel.Overwrite;

/**
 * The server with its fixed cast, and the answer to who may do what where. The role @everyone has
 * the guild's id.
 */
public record Guild(
    Snowflake id,
    String name,
    Instant created,
    List<Role> roles,
    List<Channel> channels,
    List<Member> members,
    Member bot) {

  public Guild {
    roles = List.copyOf(roles);
    channels = List.copyOf(channels);
    members = List.copyOf(members);
  }

  public Optional<Member> member(Snowflake memberId) {
    return members.stream().filter(member -> member.id().equals(memberId)).findFirst();
  }

  public Optional<Member> memberNamed(String memberName) {
    return members.stream().filter(member -> member.name().equals(memberName)).findFirst();
  }

  public Optional<Role> role(Snowflake roleId) {
    return roles.stream().filter(role -> role.id().equals(roleId)).findFirst();
  }

  public Optional<Channel> channel(Snowflake channelId) {
    return channels.stream().filter(channel -> channel.id().equals(channelId)).findFirst();
  }

  /** By name without the hash, or by id. */
  public Optional<Channel> channel(String nameOrId) {
    return channels.stream()
        .filter(
            channel -> channel.name().equals(nameOrId) || channel.id().toString().equals(nameOrId))
        .findFirst();
  }

  /** Permission bits of the member in the whole guild. */
  public long permissions(Member member) {
    long bits = 0;
    for (Role role : rolesOf(member)) {
      bits |= role.permissions();
    }
    return (bits & Permission.ADMINISTRATOR.bit()) == 0 ? bits : Permission.ALL;
  }

  /**
   * Permission bits of the member in one channel, with the channel's overwrites: @everyone first,
   * then the roles.
   */
  public long permissions(Member member, Channel channel) {
    long bits = permissions(member);
    if ((bits & Permission.ADMINISTRATOR.bit()) != 0) {
      return bits;
    }
    Overwrite everyone = channel.overwrites().getOrDefault(id, new Overwrite(0, 0));
    bits = (bits & ~everyone.deny()) | everyone.allow();
    long allow = 0;
    long deny = 0;
    for (Snowflake roleId : member.roleIds()) {
      Overwrite overwrite = channel.overwrites().getOrDefault(roleId, new Overwrite(0, 0));
      allow |= overwrite.allow();
      deny |= overwrite.deny();
    }
    return (bits & ~deny) | allow;
  }

  public boolean allows(Member member, Channel channel, Permission permission) {
    return (permissions(member, channel) & permission.bit()) != 0;
  }

  /**
   * Checks before an action.
   *
   * @throws ApiError 50001 when the member does not see the channel, 50013 when a permission is
   *     missing
   */
  public void require(Member member, Channel channel, Permission... permissions) {
    if (!allows(member, channel, Permission.VIEW_CHANNEL)) {
      throw ApiError.missingAccess();
    }
    for (Permission permission : permissions) {
      if (!allows(member, channel, permission)) {
        throw ApiError.missingPermissions();
      }
    }
  }

  private List<Role> rolesOf(Member member) {
    return roles.stream()
        .filter(role -> role.id().equals(id) || member.roleIds().contains(role.id()))
        .toList();
  }
}
