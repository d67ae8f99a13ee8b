package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HolderTest {
  private final String us = Holder.ofThisProcess();

  @BeforeAll
  static void onlyWhereTheSystemTells() {
    assumeTrue(
        Files.exists(Path.of("/proc/self/ns/pid")),
        "LEFT OUT: this system has no /proc, a lease is always waited for here");
  }

  @Test
  @Tag("fault:N1")
  void aLivingProcessIsNotDead() {
    assertFalse(Holder.isDead(us));
    assertEquals("process " + ProcessHandle.current().pid(), Holder.name(us));
  }

  @Test
  void anotherProcessOfTheSameNumberIsNotTheHolder() {
    assertTrue(Holder.isDead(us.substring(0, us.lastIndexOf('/')) + "/1"));
  }

  @Test
  void ofAnotherMachineOrContainerNothingIsKnown() {
    assertFalse(Holder.isDead(us.replace("pid:[", "pid:[9")));
    assertFalse(Holder.isDead("process 4711 @ another-boot/pid:[1]/4711/1"));
    assertFalse(Holder.isDead("first"));
    assertEquals("first", Holder.name("first"));
  }
}
