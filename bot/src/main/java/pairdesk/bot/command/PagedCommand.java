package pairdesk.bot.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Menu;
import pairdesk.bot.console.Pages;
import pairdesk.bot.console.SlashCommand;

/**
 * A command that answers with a long list, turned page by page in place. What was asked for stands
 * in the buttons; the list is read anew for each page.
 */
abstract class PagedCommand implements SlashCommand, ButtonAction {
  /** What a button's id has room for beside its action and page. */
  private static final int ROOM = 70;

  /**
   * One page of it.
   *
   * @param pages where it is among the others
   * @param menu to choose one thing of this page; null for none
   */
  record Page(Card card, Pages pages, @Nullable Menu menu) {
    /** With nothing to choose. */
    Page(Card card, Pages pages) {
      this(card, pages, null);
    }
  }

  final Desk desk;

  PagedCommand(Desk desk) {
    this.desk = desk;
  }

  /** The page that is nearest to the one wanted. */
  abstract Page page(Input input, int wanted);

  @Override
  public final Answer answer(Input input) {
    return reply(input, 1, PublicOption.audience(input));
  }

  @Override
  public final Set<String> actions() {
    return Set.of(spec().name());
  }

  @Override
  public final Role role() {
    return spec().role();
  }

  @Override
  public final Answer.Audience audience() {
    return Answer.Audience.IN_PLACE;
  }

  @Override
  public final Answer pressed(Caller caller, ButtonId id, String typed) {
    int wanted = Pages.wanted(id);
    var options = new LinkedHashMap<String, String>();
    for (String argument : id.arguments().subList(0, id.arguments().size() - 1)) {
      String[] parts = argument.split("=", 2);
      if (parts.length != 2) {
        throw BadInput.of("button.stale");
      }
      options.put(parts[0], parts[1]);
    }
    spec().options().stream()
        .filter(option -> options.containsKey(option.name()))
        .forEach(option -> option.check(options.getOrDefault(option.name(), "")));
    return reply(new Input(caller, role(), options), wanted, Answer.Audience.IN_PLACE);
  }

  private Answer reply(Input input, int wanted, Answer.Audience audience) {
    Page page = page(PublicOption.spoken(input, desk), wanted);
    return new Answer.Reply(
        page.card(), buttons(input.options(), page.pages()), audience, List.of(), page.menu());
  }

  /** None for words that no button has room for: then the first page is all there is. */
  private List<Button> buttons(Map<String, String> options, Pages pages) {
    var about = new ArrayList<String>();
    new TreeMap<>(options).forEach((name, value) -> about.add(name + "=" + value));
    String all = String.join(":", about);
    boolean fits =
        all.length() <= ROOM && options.values().stream().noneMatch(v -> v.contains(":"));
    return fits ? pages.buttons(spec().name(), about.toArray()) : List.of();
  }
}
