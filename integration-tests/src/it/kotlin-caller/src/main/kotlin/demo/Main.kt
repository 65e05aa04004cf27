package demo

object Main {
    @JvmStatic
    fun main(args: Array<String>) {
        println("gradient ${ModelGrad.lossGrad(doubleArrayOf(1.0, 2.0)).w().contentToString()}")
    }
}
