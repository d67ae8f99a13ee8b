package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import pairdesk.engine.order.OrderState;

class OrderMovesTest {
  @Test
  void theDatabaseAllowsTheSameMovesAsTheEngine() {
    try (var database = Database.open(TestDatabase.fresh())) {
      for (OrderState was : OrderState.values()) {
        for (OrderState next : OrderState.values()) {
          boolean allowed =
              database.read(db ->
                  db.resultQuery("select order_move_allowed(?, ?)", was.name(), next.name())
                      .fetchSingle()
                      .get(0, boolean.class));
          assertEquals(was.allows(next), allowed, was + " to " + next);
        }
      }
    }
  }
}
