package pairdesk.sandbox.exchange;

import java.util.EnumSet;
import java.util.Set;

/** Which adapters may take a wallet's dollars, and which its shares. */
final class Approvals {
  private final Set<Adapter> money = EnumSet.noneOf(Adapter.class);
  private final Set<Adapter> shares = EnumSet.noneOf(Adapter.class);

  void money(Adapter adapter, boolean approved) {
    set(money, adapter, approved);
  }

  void shares(Adapter adapter, boolean approved) {
    set(shares, adapter, approved);
  }

  boolean coverMoney(Adapter adapter) {
    return money.contains(adapter);
  }

  boolean coverShares(Adapter adapter) {
    return shares.contains(adapter);
  }

  Approvals copy() {
    var copy = new Approvals();
    copy.become(this);
    return copy;
  }

  void become(Approvals other) {
    money.clear();
    money.addAll(other.money);
    shares.clear();
    shares.addAll(other.shares);
  }

  private static void set(Set<Adapter> approved, Adapter adapter, boolean on) {
    if (on) {
      approved.add(adapter);
    } else {
      approved.remove(adapter);
    }
  }
}
