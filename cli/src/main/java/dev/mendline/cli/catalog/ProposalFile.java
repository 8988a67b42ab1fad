package dev.mendline.cli.catalog;

import dev.mendline.engine.gap.Proposal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes proposals as files; somebody may be at work in one that is there. */
final class ProposalFile {
    private ProposalFile() {}

    /** The file, or what was there before. */
    static String write(Path folder, Proposal proposal) throws IOException {
        Path file = folder.resolve(proposal.id() + ".yaml");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, proposal.yaml(), StandardOpenOption.CREATE_NEW);
            return file.toString();
        } catch (FileAlreadyExistsException e) {
            return file + " already exists and was not changed";
        }
    }
}
