package dev.leibniz.runtime.colouring;

/** Which colours a vertex can have beside those that others have already: what one kind of colouring means. */
interface Palette {
    /** The least colour that a vertex without one can have. */
    int firstAllowed(int v);

    /** Gives a vertex its colour. */
    void paint(int v, int colour);
}
