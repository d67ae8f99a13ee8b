package pairdesk.bot.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Menu;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Texts;
import pairdesk.engine.journal.Recovered.StoredOrder;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.persistence.Markets;

/** One of the orders of a list is to be cancelled: asks first. */
public final class AskCancelAction implements ButtonAction {
  private static final String CANCEL = "cancel";
  private static final int TITLE = 90;

  /** Of those that we make. */
  static final String ID = "[A-Za-z0-9_-]{1,64}";

  private final Desk desk;

  AskCancelAction(Desk desk) {
    this.desk = desk;
  }

  /** To choose one of those that rest, in their order; null where none of them does. */
  public static @Nullable Menu menu(Desk desk, List<StoredOrder> orders, Texts texts) {
    List<StoredOrder> resting =
        orders.stream().filter(CancelOrderAction::rests).limit(Menu.MOST).toList();
    if (resting.isEmpty()) {
      return null;
    }
    Map<MarketId, Markets.Stored> titles =
        desk.rows()
            .markets()
            .titles(
                resting.stream()
                    .map(order -> order.intent().instrument().market())
                    .collect(Collectors.toSet()));
    return new Menu(
        CANCEL,
        texts.say("orders.cancel"),
        resting.stream().map(order -> choice(order, titles, texts)).toList());
  }

  private static Menu.Choice choice(
      StoredOrder order, Map<MarketId, Markets.Stored> titles, Texts texts) {
    OrderIntent intent = order.intent();
    MarketId market = intent.instrument().market();
    Markets.Stored stored = titles.get(market);
    return new Menu.Choice(
        ButtonId.of(CANCEL, intent.id()),
        texts.say(
            "orders.choice",
            intent.terms().side() + " " + intent.instrument().outcome(),
            CancelOrderAction.open(order),
            Numbers.price(intent.terms().limit()),
            market.venue().label()),
        Shown.plain(stored == null ? market.code() : stored.title(), TITLE));
  }

  @Override
  public Set<String> actions() {
    return Set.of(CANCEL);
  }

  @Override
  public Role role() {
    return Role.OPERATOR;
  }

  @Override
  public Answer.Audience audience() {
    return Answer.Audience.CALLER;
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    if (id.arguments().size() != 1 || !id.arguments().getFirst().matches(ID)) {
      throw BadInput.of("button.staleAsk", "/orders");
    }
    Optional<StoredOrder> order =
        CancelOrderAction.resting(desk, new ClientOrderId(id.arguments().getFirst()));
    return order
        .map(resting -> CancelOrderAction.question(desk, resting, caller))
        .orElseThrow(() -> BadInput.of("order.gone"));
  }
}
