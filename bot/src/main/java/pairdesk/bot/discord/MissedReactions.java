package pairdesk.bot.discord;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.Console;
import pairdesk.persistence.DatabaseException;

/**
 * Reactions that were given while the bot was away: after a lost session Discord does not tell of
 * them again, so they are read. What was decided since stays; the same reaction counts once.
 */
final class MissedReactions extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(MissedReactions.class);
  private static final int MOST_PEOPLE = 100;

  private final Console console;
  private final String guild;

  MissedReactions(Console console, String guild) {
    this.console = console;
    this.guild = guild;
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    read(event.getJDA());
  }

  /** Looks at every card that still waits; blocking. */
  void read(JDA jda) {
    Guild here = jda.getGuildById(guild);
    if (here == null) {
      return;
    }
    List<Console.Awaiting> cards = awaiting();
    for (Console.Awaiting card : cards) {
      for (String emoji : card.emojis()) {
        people(jda, card, emoji).forEach(user -> reacted(here, user, card, emoji));
      }
    }
    LOG.atInfo().addKeyValue("cards", cards.size()).log("reactions read again");
  }

  /** None while the database is away: the cards and their buttons stay. */
  private List<Console.Awaiting> awaiting() {
    try {
      return console.awaiting();
    } catch (DatabaseException e) {
      LOG.atWarn().addKeyValue("cause", e.getMessage()).log("reactions are not read again");
      return List.of();
    }
  }

  private static List<User> people(JDA jda, Console.Awaiting card, String emoji) {
    return Optional.ofNullable(jda.getChannelById(MessageChannel.class, card.channel()))
        .flatMap(channel ->
            Calls.complete(() ->
                channel
                    .retrieveReactionUsersById(card.message(), Emoji.fromUnicode(emoji))
                    .limit(MOST_PEOPLE)))
        .orElse(List.of());
  }

  private void reacted(Guild here, User user, Console.Awaiting card, String emoji) {
    if (user.isBot()) {
      return;
    }
    Member member = Calls.complete(() -> here.retrieveMember(user)).orElse(null);
    console.reaction(Callers.of(here, user, member, card, emoji), card.message(), emoji);
  }
}
