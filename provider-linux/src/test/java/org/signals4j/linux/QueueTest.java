/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signals with a value, between processes. */
class QueueTest {

    @Test
    void allBitsOfAValueArrive() {
        try (ChildJvm taker = ChildJvm.of("queue-taker").start()) {
            taker.awaitLine("ready");
            try (ChildJvm sender = ChildJvm.of("queue-sender")
                    .arguments(taker.pid(), 0, -1, Long.MIN_VALUE, 0x1234_5678_9abc_def0L)
                    .start()) {
                assertThat(sender.exitCode()).as(sender.toString()).isZero();
                taker.awaitLines("value ", 5);
                String from = " cause=QUEUE pid=" + sender.pid() + " uid=";
                assertThat(taker.linesWith("value ")).hasSize(5).allMatch(line -> line.contains(from));
                assertThat(taker.lines())
                        .anyMatch(line -> line.startsWith("value 0 SIGRTMIN+4 ") && line.contains("value=0 "))
                        .anyMatch(line -> line.startsWith("value -1 SIGRTMIN+4 ") && line.contains("value=-1 "))
                        .anyMatch(line -> line.startsWith("value 0 ") && line.contains("value=" + Long.MIN_VALUE))
                        .anyMatch(line -> line.contains("value=" + 0x1234_5678_9abc_def0L))
                        .anyMatch(line -> line.startsWith("value 7 SIGUSR1 "));
            }
            taker.proceed();
            assertThat(taker.exitCode()).isZero();
        }
    }

    /**
     * The limit counts what all processes of the user have pending, so the child gets a low one, and if possible a user of
     * its own: what others have pending comes and goes.
     */
    @Test
    void aFullQueueIsSaidToBeFull() {
        try (ChildJvm child = ChildJvm.of("full-queue")
                .prefix(AnotherUser.prefix())
                .prefix("prlimit", "--sigpending=100")
                .start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            for (String operation : List.of("thread ", "queue ", "send ", "raise ")) {
                assertThat(child.linesWith(operation))
                        .as(operation)
                        .singleElement()
                        .asString()
                        .contains("(EAGAIN, errno 11)", "RLIMIT_SIGPENDING", "try again");
            }
            assertThat(child.lines()).contains("arrived 1");
            assertThat(child.linesWith("event ")).singleElement().asString().contains("value=2");
        }
    }

    @Test
    void aProcessThatHasEndedIsNoTarget() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        try (ChildJvm child = ChildJvm.of("send-to").arguments(ended.pid()).start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.linesWith("queue ")).singleElement().asString().contains("(ESRCH, errno 3)");
            assertThat(child.linesWith("send ")).singleElement().asString().contains("(ESRCH, errno 3)");
        }
    }

    @Test
    void aProcessOfAnotherUserIsNoTarget() {
        assumeTrue(AnotherUser.isPossible(), "only root can become somebody else");
        try (ChildJvm target = ChildJvm.of("queue-taker").start()) {
            target.awaitLine("ready");
            try (ChildJvm child = ChildJvm.of("send-to")
                    .prefix(AnotherUser.prefix())
                    .arguments(target.pid())
                    .start()) {
                assertThat(child.exitCode()).as(child.toString()).isZero();
                assertThat(child.linesWith("queue ")).singleElement().asString().contains("(EPERM, errno 1)");
                assertThat(child.linesWith("send ")).singleElement().asString().contains("(EPERM, errno 1)");
            }
            target.proceed();
            assertThat(target.exitCode()).isZero();
            assertThat(target.linesWith("value ")).isEmpty();
        }
    }
}
