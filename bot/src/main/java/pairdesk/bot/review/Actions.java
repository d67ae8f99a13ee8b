package pairdesk.bot.review;

import java.util.List;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Places;
import pairdesk.bot.notify.Messenger;

/** Everything that buttons and forms do: one line each. */
public final class Actions {
  private Actions() {}

  public static List<ButtonAction> all(Desk desk, Messenger messenger, Places places) {
    return List.of(
        new ReviewActions(desk),
        new TermsAction(desk),
        new DetailsAction(desk),
        new HeldAction(desk),
        new WordActions(desk),
        new NeverMindAction(),
        new CancelAllAction(desk),
        new AskCancelAction(desk),
        new CancelOrderAction(desk),
        new UnwindAction(desk),
        new SetLimitAction(desk, new SecondApproval(desk, messenger, places)),
        new ResetBreakerAction(desk));
  }
}
