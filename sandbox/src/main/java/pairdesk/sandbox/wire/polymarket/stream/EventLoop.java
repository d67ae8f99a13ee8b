package pairdesk.sandbox.wire.polymarket.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.ExchangeListener;

/**
 * One thread for all frames. Events that wait together are handed over together, as the venue
 * gathers the changes of a burst in one message.
 */
final class EventLoop implements ExchangeListener, AutoCloseable {
  private static final int BURST = 200;

  private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
  private final Consumer<List<ExchangeEvent>> handler;
  private final Thread thread;

  private sealed interface Item {
    record Event(ExchangeEvent event) implements Item {}

    record Task(Runnable work) implements Item {}
  }

  EventLoop(Consumer<List<ExchangeEvent>> handler) {
    this.handler = handler;
    this.thread = Thread.ofVirtual().name("polymarket-stream").start(this::run);
  }

  @Override
  public void on(ExchangeEvent event) {
    queue.add(new Item.Event(event));
  }

  /** Done between events, in order with them. */
  void execute(Runnable work) {
    queue.add(new Item.Task(work));
  }

  private void run() {
    try {
      while (true) {
        var items = new ArrayList<Item>();
        items.add(queue.take());
        queue.drainTo(items, BURST);
        handle(items);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(List<Item> items) {
    var events = new ArrayList<ExchangeEvent>();
    for (Item item : items) {
      switch (item) {
        case Item.Event(var event) -> events.add(event);
        case Item.Task(var work) -> {
          flush(events);
          work.run();
        }
      }
    }
    flush(events);
  }

  private void flush(List<ExchangeEvent> events) {
    if (!events.isEmpty()) {
      handler.accept(List.copyOf(events));
      events.clear();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
