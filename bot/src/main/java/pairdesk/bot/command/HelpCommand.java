package pairdesk.bot.command;

import java.util.List;
import java.util.stream.Collectors;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Descriptions;
import pairdesk.bot.text.Texts;

/** The commands, one line and one example each. */
final class HelpCommand implements SlashCommand {
  private final List<CommandSpec> commands;

  HelpCommand(List<CommandSpec> commands) {
    this.commands = List.copyOf(commands);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "help",
        "What can be done here",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(Option.text("command", "One command, for its options").completing()),
        "/help command:find_matches");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed, Texts texts) {
    return commands.stream()
        .filter(spec -> spec.name().contains(typed))
        .map(spec -> new Suggestion("/" + spec.name(), spec.name()))
        .toList();
  }

  @Override
  public Answer answer(Input input) {
    return input
        .text("command")
        .map(name -> one(name, input.texts()))
        .orElseGet(() -> overview(input.role(), input.texts()));
  }

  private Answer overview(Role role, Texts texts) {
    String lines =
        commands.stream()
            .filter(spec -> role.includes(spec.role()))
            .map(spec -> "`/" + spec.name() + "` " + description(spec, texts))
            .collect(Collectors.joining("\n"));
    return Answer.toCaller(Card.of(Tone.INFO, "Pairdesk", welcome(role, texts) + "\n\n" + lines));
  }

  private static String welcome(Role role, Texts texts) {
    return switch (role) {
      case VIEWER -> texts.say("help.viewer");
      case OPERATOR, ADMIN -> texts.say("help.operator");
    };
  }

  private Answer one(String name, Texts texts) {
    return commands.stream()
        .filter(spec -> spec.name().equals(name.replace("/", "")))
        .findFirst()
        .<Answer>map(spec -> card(spec, texts))
        .orElseGet(() -> Answer.refusal(texts, texts.say("help.none", Shown.code(name, 40))));
  }

  private static String description(CommandSpec spec, Texts texts) {
    return Descriptions.of(spec.name(), spec.description(), texts.language());
  }

  private static Answer card(CommandSpec spec, Texts texts) {
    Card card =
        Card.of(Tone.INFO, "/" + spec.name(), description(spec, texts))
            .with(texts.say("help.who"), texts.say("help.above", spec.role().label()))
            .withLine(texts.say("help.example"), "`" + spec.example() + "`");
    for (Option option : spec.options()) {
      card =
          card.withLine(
              option.required() ? texts.say("help.needed", option.name()) : option.name(),
              Descriptions.of(
                  spec.name() + ".options." + option.name(),
                  option.description(),
                  texts.language()));
    }
    return Answer.toCaller(card);
  }
}
