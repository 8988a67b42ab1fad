package dev.mendline.engine.check;

import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;

/** Symptom with its examples and near-misses, and the file that contains them. */
record SymptomExamples(Symptom symptom, SourceFile file) {}
