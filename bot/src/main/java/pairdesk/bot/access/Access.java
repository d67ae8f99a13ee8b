package pairdesk.bot.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may act: only people, only in the configured guild and channels, only by configured
 * roles. Nothing configured means nobody.
 *
 * @param roles Discord role id to our role
 */
public record Access(String guild, Set<String> channels, Map<String, Role> roles) {
  public Access {
    channels = Set.copyOf(channels);
    roles = Map.copyOf(roles);
  }

  /** The highest role of this caller here and now; empty when they may do nothing. */
  public Optional<Role> roleOf(Caller caller) {
    boolean here =
        !caller.bot()
            && guild.equals(caller.place().guild())
            && channels.contains(caller.place().channel());
    if (!here) {
      return Optional.empty();
    }
    Role best = null;
    for (String id : caller.roleIds()) {
      Role role = roles.get(id);
      if (role != null && (best == null || role.includes(best))) {
        best = role;
      }
    }
    return Optional.ofNullable(best);
  }

  public boolean allows(Caller caller, Role minimum) {
    return roleOf(caller).map(role -> role.includes(minimum)).orElse(false);
  }
}
