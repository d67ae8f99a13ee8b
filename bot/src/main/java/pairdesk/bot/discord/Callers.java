package pairdesk.bot.discord;

import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Console;
import pairdesk.bot.text.Language;

/** Who does something, as Discord reports it. */
final class Callers {
  private Callers() {}

  static Caller of(Interaction event) {
    var guild = event.getGuild();
    return new Caller(
        event.getUser().getId(),
        event.getUser().getName(),
        roles(event.getMember()),
        new Caller.Place(
            guild == null ? "" : guild.getId(), String.valueOf(event.getChannelIdLong())),
        event.getUser().isBot(),
        event.getId(),
        Language.of(event.getUserLocale().getLocale()).orElse(Language.ENGLISH));
  }

  static Caller of(MessageReactionAddEvent event) {
    User user = event.getUser();
    return new Caller(
        event.getUserId(),
        user == null ? event.getUserId() : user.getName(),
        roles(event.getMember()),
        new Caller.Place(event.getGuild().getId(), event.getChannel().getId()),
        user == null || user.isBot(),
        reaction(event.getMessageId(), event.getUserId(), event.getEmoji().getName()));
  }

  /**
   * Who gave a reaction that was found later.
   *
   * @param member null when the person is no member any more
   */
  static Caller of(
      Guild guild, User user, @Nullable Member member, Console.Awaiting card, String emoji) {
    return new Caller(
        user.getId(),
        user.getName(),
        roles(member),
        new Caller.Place(guild.getId(), card.channel()),
        user.isBot(),
        reaction(card.message(), user.getId(), emoji));
  }

  /** The same reaction is the same event, however often it is seen. */
  private static String reaction(String message, String user, String emoji) {
    return String.join(":", "reaction", message, user, emoji);
  }

  private static Set<String> roles(@Nullable Member member) {
    return member == null
        ? Set.of()
        : member.getRoles().stream().map(ISnowflake::getId).collect(Collectors.toSet());
  }
}
