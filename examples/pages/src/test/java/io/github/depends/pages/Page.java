package io.github.depends.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A page of the documentation, in Markdown. */
final class Page extends AbstractVisitor {

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    private final Path file;
    private final List<Block> blocks = new ArrayList<>();

    private Page(Path file) {
        this.file = file;
    }

    /** Returns all code blocks of a page, however they are written. */
    static List<Block> blocks(Path file, String text) {
        Page page = new Page(file);
        PARSER.parse(text).accept(page);
        return page.blocks;
    }

    static List<Block> blocks(Path file) {
        try {
            return blocks(file, Files.readString(file));
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String answered = block.getPrevious() instanceof FencedCodeBlock previous ? previous.getLiteral() : "";
        add(block, block.getInfo().strip(), block.getLiteral(), links(block), answered);
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        add(block, "indented", block.getLiteral(), List.of(), "");
    }

    @Override
    public void visit(HtmlBlock block) {
        if (block.getLiteral().toLowerCase(Locale.ROOT).contains("<pre")) {
            add(block, "html", block.getLiteral(), List.of(), "");
        }
    }

    private void add(Node block, String language, String text, List<Path> links, String answered) {
        int line = block.getSourceSpans().get(0).getLineIndex() + 1;
        blocks.add(new Block(file, line, language, text, links, answered));
    }

    private List<Path> links(Node block) {
        Node next = block.getNext();
        while (next instanceof FencedCodeBlock) {
            next = next.getNext();
        }
        List<Path> links = new ArrayList<>();
        if (next instanceof Paragraph) {
            next.accept(new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                    follow(link.getDestination()).ifPresent(links::add);
                }
            });
        }
        return List.copyOf(links);
    }

    /** Returns the file of a link, empty if it leads to another page, or out of the repository. */
    private Optional<Path> follow(String destination) {
        String path = destination.replaceFirst("#.*", "");
        return path.isEmpty() || path.endsWith(".md") || path.contains(":")
                ? Optional.empty()
                : Optional.of(file.resolveSibling(path).normalize());
    }
}
