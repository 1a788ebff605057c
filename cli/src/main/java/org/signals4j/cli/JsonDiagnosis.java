/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import org.signals4j.ProviderCandidate;
import org.signals4j.SignalInfo;
import org.signals4j.SignalStatistics;

/** Writes a diagnosis for programs. */
final class JsonDiagnosis {

    private JsonDiagnosis() {}

    static void print(Diagnosis diagnosis, PrintWriter out) {
        Output.jsonLine(out, json -> {
            json.writeObjectFieldStart("platform");
            json.writeStringField("os", diagnosis.platform().os());
            json.writeStringField("version", diagnosis.platform().version());
            json.writeStringField("arch", diagnosis.platform().arch());
            json.writeEndObject();
            json.writeObjectFieldStart("java");
            json.writeStringField("version", diagnosis.java().version());
            json.writeStringField("vendor", diagnosis.java().vendor());
            json.writeStringField("vm", diagnosis.java().vm());
            json.writeEndObject();
            json.writeStringField("provider", diagnosis.provider());
            json.writeArrayFieldStart("candidates");
            for (ProviderCandidate candidate : diagnosis.candidates()) {
                candidate(json, candidate);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("signals");
            for (SignalInfo signal : diagnosis.signals()) {
                signal(json, signal);
            }
            json.writeEndArray();
        });
    }

    private static void candidate(JsonGenerator json, ProviderCandidate candidate) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", candidate.name());
        json.writeBooleanField("available", candidate.available());
        json.writeStringField("reason", candidate.reason());
        json.writeFieldName("priority");
        if (Diagnosis.hasPriority(candidate)) {
            json.writeNumber(candidate.priority());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private static void signal(JsonGenerator json, SignalInfo info) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", info.signal().name());
        json.writeNumberField("number", info.number());
        json.writeStringField("description", info.description());
        json.writeStringField("defaultAction", Output.label(info.defaultAction()));
        json.writeStringField("disposition", Output.label(info.disposition()));
        json.writeStringField("owner", info.owner().orElse(null));
        json.writeBooleanField("allowed", info.allowed());
        json.writeStringField("reason", info.refusal().orElse(null));
        SignalStatistics statistics = info.statistics();
        json.writeObjectFieldStart("statistics");
        json.writeNumberField("received", statistics.received());
        json.writeNumberField("merged", statistics.merged());
        json.writeNumberField("missed", statistics.missed());
        json.writeNumberField("overflowed", statistics.overflowed());
        json.writeNumberField("lost", statistics.lost());
        json.writeEndObject();
        json.writeEndObject();
    }
}
