/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;

/** One JSON object a line; what is not known is null. */
record JsonEventPrinter(PrintWriter out) implements EventPrinter {

    @Override
    public void ready(long pid, String provider) {
        Output.jsonLine(out, json -> {
            json.writeBooleanField("ready", true);
            json.writeNumberField("pid", pid);
            json.writeStringField("provider", provider);
        });
    }

    @Override
    public void event(SignalEvent event) {
        Output.jsonLine(out, json -> {
            json.writeStringField("signal", event.signal().name());
            json.writeNumberField("number", event.number());
            json.writeStringField("cause", event.cause() == SignalCause.UNKNOWN ? null : Output.label(event.cause()));
            number(json, "pid", event.pid());
            number(json, "uid", event.uid());
            number(json, "value", event.value());
            number(json, "status", event.childStatus());
            json.writeNumberField("count", event.count());
            json.writeStringField("time", event.time().toString());
        });
    }

    private static void number(JsonGenerator json, String field, OptionalInt value) throws IOException {
        number(json, field, value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty());
    }

    private static void number(JsonGenerator json, String field, OptionalLong value) throws IOException {
        json.writeFieldName(field);
        if (value.isPresent()) {
            json.writeNumber(value.getAsLong());
        } else {
            json.writeNull();
        }
    }
}
