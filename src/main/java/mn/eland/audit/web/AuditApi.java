package mn.eland.audit.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import mn.eland.audit.reading.AuditReader;
import mn.eland.audit.reading.AuditRecord;
import mn.eland.audit.sealing.Checkpoint;
import mn.eland.audit.web.AuditSearch.Input;
import mn.eland.kernel.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail for programs of auditors: the same doors as the pages. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit")
class AuditApi {

    private static final int MOST = 200;

    private final AuditReader reader;
    private final AuditSearch search;

    AuditApi(AuditReader reader, AuditSearch search) {
        this.reader = reader;
        this.search = search;
    }

    @GetMapping("/records")
    @Operation(summary = "Sealed records, newest first; the cursor is the position of the last one that you have")
    List<AuditRecord> records(Actor auditor, @RequestParam(name = "case", required = false) String caseNumber, @RequestParam(required = false) String person,
                              @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to,
                              @RequestParam(required = false) Long cursor, @RequestParam(defaultValue = "50") int limit) {
        orThrow(reader.checkpoints(auditor, 1));
        var wanted = orThrow(search.wanted(auditor, new Input(caseNumber, person, from, to, cursor)));
        return orThrow(reader.find(auditor, wanted, Math.min(Math.max(limit, 1), MOST)));
    }

    @GetMapping("/records/{position}")
    @Operation(summary = "One record, as it was hashed and as far as it can be read")
    AuditRecord record(Actor auditor, @PathVariable long position) {
        return orThrow(reader.record(auditor, position));
    }

    @GetMapping("/records/{position}/proof")
    @Operation(summary = "A file that proves offline that the record is in the tree of the newest checkpoint")
    void proof(Actor auditor, @PathVariable long position, HttpServletResponse response) throws IOException {
        AuditFiles.send(reader.inclusion(auditor, position), "eland-audit-record-" + position + ".jsonl", response);
    }

    @GetMapping("/checkpoints")
    @Operation(summary = "Signed checkpoints, newest first")
    List<CheckpointResource> checkpoints(Actor auditor, @RequestParam(defaultValue = "50") int limit) {
        return orThrow(reader.checkpoints(auditor, Math.min(Math.max(limit, 1), MOST))).stream().map(CheckpointResource::of).toList();
    }

    @GetMapping("/consistency")
    @Operation(summary = "A file that proves offline that the newer checkpoint only added to the older")
    void consistency(Actor auditor, @RequestParam long older, @RequestParam long newer, HttpServletResponse response) throws IOException {
        AuditFiles.send(reader.consistency(auditor, older, newer), "eland-audit-" + older + "-" + newer + ".jsonl", response);
    }

    @GetMapping("/export")
    @Operation(summary = "A file of all records and checkpoints of some days, to be checked offline")
    void export(Actor auditor, @RequestParam LocalDate from, @RequestParam LocalDate to, HttpServletResponse response) throws IOException {
        AuditFiles.send(reader.range(auditor, AuditSearch.start(from), AuditSearch.end(to)), "eland-audit-" + from + "-" + to + ".jsonl", response);
    }

    /** @param size how many records it closes; hashes and signature in hexadecimal digits */
    record CheckpointResource(long number, long size, String root, Instant at, String key, String signature) {

        static CheckpointResource of(Checkpoint checkpoint) {
            return new CheckpointResource(checkpoint.number(), checkpoint.size(), checkpoint.rootText(), checkpoint.at(), checkpoint.key(),
                    HexFormat.of().formatHex(checkpoint.signature()));
        }
    }
}
