using CsCheck;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Tests.Tables;

public class IdOrderTests
{
    [Fact]
    public void Numbers_come_by_value_before_everything_else()
    {
        string[] ids = ["b", "10", "", "9", "B000X", "007", "7", "12345678901234567890", "-1"];
        Assert.Equal(["007", "7", "9", "10", "", "-1", "12345678901234567890", "B000X", "b"], ids.Order(IdOrder.Instance));
    }

    [Fact]
    public void It_is_a_total_order() =>
        Gen.Select(Gen.String[Gen.Char["019aB-"], 0, 4], Gen.String[Gen.Char["019aB-"], 0, 4], Gen.String[Gen.Char["019aB-"], 0, 4]).Sample(static (x, y, z) =>
        {
            var order = IdOrder.Instance;
            Assert.Equal(order.Compare(x, y) == 0, x == y);
            Assert.Equal(Math.Sign(order.Compare(x, y)), -Math.Sign(order.Compare(y, x)));
            Assert.False(order.Compare(x, y) <= 0 && order.Compare(y, z) <= 0 && order.Compare(x, z) > 0);
        });
}
