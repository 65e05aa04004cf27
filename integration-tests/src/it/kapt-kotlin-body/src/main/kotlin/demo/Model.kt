package demo

import dev.leibniz.annotations.Differentiable

object Model {
    @JvmStatic
    @Differentiable
    fun loss(x: Double): Double = x * x
}
