/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.Signals;

/** Every code block of the reference has its counterpart, and the programs do what their transcripts say. */
class ReferenceTest {

    /** How many blocks of code the reference has. */
    private static final int BLOCKS = 19;

    /**
     * What the reference's blocks are covered by.
     *
     * @param heading where the block stands
     * @param kind import, signature, program or output; also: a program of ours that is not in the reference
     * @param coveredBy a class or method of the api, or an example
     */
    private record Block(String heading, String kind, String coveredBy) {

        static Stream<Block> all() {
            return Resources.list("blocks.txt").stream().skip(1).map(line -> {
                String[] cells = line.split(" \\| ");
                return new Block(cells[0], cells[1], cells[2]);
            });
        }

        static Stream<Block> of(String... kinds) {
            return all().filter(block -> List.of(kinds).contains(block.kind));
        }
    }

    static List<Transcript> transcripts() {
        return Transcript.all();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the transcripts have the numbers of Linux")
    void programsDoWhatTheirTranscriptsSay(Transcript transcript) throws Exception {
        long start = System.nanoTime();
        Session.play(transcript);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(transcript.atLeast(), transcript.lessThan());
    }

    @Test
    void everyBlockIsCovered() {
        assertThat(Block.of("import", "signature", "program", "output")).hasSize(BLOCKS);
        assertThat(Block.all()).hasSize(BLOCKS + (int) Block.of("also").count());
    }

    @Test
    void everySignatureIsAMethod() {
        assertThat(Block.of("signature").map(Block::coveredBy))
                .isNotEmpty()
                .isSubsetOf(Stream.of(Signals.class.getMethods())
                        .map(method -> "Signals." + method.getName())
                        .toList());
    }

    @Test
    void everyProgramHasATranscript() {
        List<String> programs =
                Block.of("program", "also").map(Block::coveredBy).toList();
        assertThat(programs).doesNotHaveDuplicates();
        assertThat(transcripts().stream().map(Transcript::program).distinct())
                .containsExactlyInAnyOrderElementsOf(programs);
    }
}
