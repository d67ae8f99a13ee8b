package pairdesk.bot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.notify.NoticeKind;
import pairdesk.bot.text.Texts;
import pairdesk.persistence.NoticeStore;
import pairdesk.persistence.NoticeStore.Level;

/**
 * How loudly each kind of notice is told in the channel, and by which of them the caller is named.
 */
final class NotifyCommand implements SlashCommand {
  private final Desk desk;

  NotifyCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "notify",
        "What is told here: each kind on, silent or off, and by which you are called",
        Role.OPERATOR,
        Answer.Audience.CALLER,
        List.of(
            Option.choice("kind", "Which kind (default: show all)", kinds()),
            Option.choice("level", "For everybody in the channel", "on", "silent", "off"),
            Option.yesNo("call_me", "Whether you are called by name")),
        "/notify kind:opportunities level:silent");
  }

  private static String[] kinds() {
    return Arrays.stream(NoticeKind.values()).map(NoticeKind::word).toArray(String[]::new);
  }

  @Override
  public Answer answer(Input input) {
    Optional<NoticeKind> kind = input.text("kind").flatMap(NoticeKind::of);
    Optional<String> level = input.text("level");
    Optional<String> call = input.text("call_me");
    if (kind.isEmpty() && (level.isPresent() || call.isPresent())) {
      throw BadInput.of("option.missing", "kind", "/notify kind:alarms call_me:true");
    }
    if (level.isPresent() && call.isPresent()) {
      throw BadInput.of("notify.oneAtATime");
    }
    kind.ifPresent(which -> {
      level.ifPresent(
          wanted -> level(input, which, Level.valueOf(wanted.toUpperCase(Locale.ROOT))));
      call.ifPresent(wanted -> call(input, which, wanted.equals("true")));
    });
    return Answer.toCaller(table(input));
  }

  private void level(Input input, NoticeKind kind, Level level) {
    if (level == Level.OFF && !kind.mayBeOff()) {
      throw BadInput.of("notify.notOff", kind.word());
    }
    desk.rows()
        .notices()
        .level(kind.word(), level, input.caller().request(), desk.clock().instant());
  }

  private void call(Input input, NoticeKind kind, boolean named) {
    desk.rows()
        .notices()
        .call(
            kind.word(),
            input.caller().userId(),
            named,
            input.caller().request(),
            desk.clock().instant());
  }

  private Card table(Input input) {
    NoticeStore.Wishes wishes = desk.rows().notices().wishes();
    Texts texts = input.texts();
    Card card = Card.of(Tone.INFO, texts.say("notify.title"), texts.say("notify.text"));
    for (NoticeKind kind : NoticeKind.values()) {
      Level level = wishes.level(kind.word());
      int others = wishes.calls(kind.word()).size();
      boolean you = wishes.calls(kind.word()).contains(input.caller().userId());
      card =
          card.withLine(
              kind.word() + " · " + level.name().toLowerCase(Locale.ROOT),
              texts.name("notify.kind", kind)
                  + (others == 0 ? "" : " · " + texts.count("notify.calls", others))
                  + (you ? ", " + texts.say("notify.you") : ""));
    }
    return card;
  }
}
