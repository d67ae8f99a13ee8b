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
  public List<Suggestion> suggest(String option, String typed) {
    return commands.stream()
        .filter(spec -> spec.name().contains(typed))
        .map(spec -> new Suggestion("/" + spec.name(), spec.name()))
        .toList();
  }

  @Override
  public Answer answer(Input input) {
    return input.text("command").map(this::one).orElseGet(() -> overview(input.role()));
  }

  private Answer overview(Role role) {
    String lines =
        commands.stream()
            .filter(spec -> role.includes(spec.role()))
            .map(spec -> "`/%s` %s".formatted(spec.name(), spec.description()))
            .collect(Collectors.joining("\n"));
    return Answer.toCaller(Card.of(Tone.INFO, "Pairdesk", welcome(role) + "\n\n" + lines));
  }

  private static String welcome(Role role) {
    return switch (role) {
      case VIEWER -> "You may look at everything; operators decide. Begin with `/status`.";
      case OPERATOR, ADMIN ->
          "Begin with `/find_matches`, decide with ✅ or ❌, watch `/status`. `/halt` stops"
              + " everything at once.";
    };
  }

  private Answer one(String name) {
    return commands.stream()
        .filter(spec -> spec.name().equals(name.replace("/", "")))
        .findFirst()
        .<Answer>map(HelpCommand::card)
        .orElseGet(() -> Answer.refusal("There is no command `" + Shown.code(name, 40) + "`."));
  }

  private static Answer card(CommandSpec spec) {
    Card card =
        Card.of(Tone.INFO, "/" + spec.name(), spec.description())
            .with("Who", spec.role().label() + " and above")
            .withLine("Example", "`" + spec.example() + "`");
    for (Option option : spec.options()) {
      card =
          card.withLine(
              option.name() + (option.required() ? " (needed)" : ""), option.description());
    }
    return Answer.toCaller(card);
  }
}
