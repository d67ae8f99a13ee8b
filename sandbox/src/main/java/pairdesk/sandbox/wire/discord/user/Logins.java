package pairdesk.sandbox.wire.discord.user;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.interaction.Tokens;
import pairdesk.sandbox.wire.discord.world.Guild;
import pairdesk.sandbox.wire.discord.world.Member;

/** Who is logged in. There are no passwords: this server is for one machine. */
public final class Logins {
  private static final int LOGINS = 1_000;
  private static final String SCHEME = "Bearer ";

  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Guild guild;
  private final Tokens tokens;

  public Logins(Guild guild, Tokens tokens) {
    this.guild = guild;
    this.tokens = tokens;
  }

  synchronized String login(Member member) {
    String token = tokens.next();
    members.put(token, member);
    if (members.size() > LOGINS) {
      members.remove(members.keySet().iterator().next());
    }
    return token;
  }

  Member person(String name) {
    return guild
        .memberNamed(name)
        .filter(member -> !member.bot())
        .orElseThrow(() -> UserError.unknown("user", "no such user: " + name));
  }

  synchronized Optional<Member> byToken(@Nullable String token) {
    return token == null ? Optional.empty() : Optional.ofNullable(members.get(token));
  }

  Optional<Member> byHeader(@Nullable String authorization) {
    return authorization != null && authorization.startsWith(SCHEME)
        ? byToken(authorization.substring(SCHEME.length()))
        : Optional.empty();
  }
}
