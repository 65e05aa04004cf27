package dev.leibniz.runtime.colouring;

/** The colours that a vertex can have beside those that others have already: the meaning of one kind of colouring. */
interface Palette {
    /** The least colour that a vertex without one can have. */
    int firstAllowed(int v);

    /** Gives a vertex its colour. */
    void paint(int v, int colour);
}
