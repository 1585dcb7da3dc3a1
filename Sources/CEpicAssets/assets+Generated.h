/* The files that the compiler carries, in order of name; a test compares the list with the folders. */
static const unsigned char Tables_envoy_api_differences_txt[] = {
#embed "../../Tables/envoy-api-differences.txt"
};
static const unsigned char Tables_envoy_api_bin[] = {
#embed "../../Tables/envoy-api.bin"
};
static const unsigned char docs_diagnostics_E0001_md[] = {
#embed "../../docs/diagnostics/E0001.md"
};
static const unsigned char docs_diagnostics_E0002_md[] = {
#embed "../../docs/diagnostics/E0002.md"
};
static const unsigned char docs_diagnostics_E0003_md[] = {
#embed "../../docs/diagnostics/E0003.md"
};
static const unsigned char docs_diagnostics_E0004_md[] = {
#embed "../../docs/diagnostics/E0004.md"
};
static const unsigned char docs_diagnostics_E0005_md[] = {
#embed "../../docs/diagnostics/E0005.md"
};
static const unsigned char docs_diagnostics_E0006_md[] = {
#embed "../../docs/diagnostics/E0006.md"
};
static const unsigned char docs_diagnostics_E0007_md[] = {
#embed "../../docs/diagnostics/E0007.md"
};
static const unsigned char docs_diagnostics_E0008_md[] = {
#embed "../../docs/diagnostics/E0008.md"
};
static const unsigned char docs_diagnostics_E0009_md[] = {
#embed "../../docs/diagnostics/E0009.md"
};
static const unsigned char docs_diagnostics_E0010_md[] = {
#embed "../../docs/diagnostics/E0010.md"
};
static const unsigned char docs_diagnostics_E0011_md[] = {
#embed "../../docs/diagnostics/E0011.md"
};
static const unsigned char docs_diagnostics_E0012_md[] = {
#embed "../../docs/diagnostics/E0012.md"
};
static const unsigned char docs_diagnostics_E0013_md[] = {
#embed "../../docs/diagnostics/E0013.md"
};
static const unsigned char docs_diagnostics_E0014_md[] = {
#embed "../../docs/diagnostics/E0014.md"
};
static const unsigned char docs_diagnostics_E0015_md[] = {
#embed "../../docs/diagnostics/E0015.md"
};
static const unsigned char docs_diagnostics_E0016_md[] = {
#embed "../../docs/diagnostics/E0016.md"
};
static const unsigned char docs_diagnostics_E0017_md[] = {
#embed "../../docs/diagnostics/E0017.md"
};
static const unsigned char docs_diagnostics_E0018_md[] = {
#embed "../../docs/diagnostics/E0018.md"
};
static const unsigned char docs_diagnostics_E0019_md[] = {
#embed "../../docs/diagnostics/E0019.md"
};
static const unsigned char docs_diagnostics_E0020_md[] = {
#embed "../../docs/diagnostics/E0020.md"
};
static const unsigned char docs_diagnostics_E0021_md[] = {
#embed "../../docs/diagnostics/E0021.md"
};
static const unsigned char docs_diagnostics_E0022_md[] = {
#embed "../../docs/diagnostics/E0022.md"
};
static const unsigned char docs_diagnostics_E0023_md[] = {
#embed "../../docs/diagnostics/E0023.md"
};
static const unsigned char docs_diagnostics_E0026_md[] = {
#embed "../../docs/diagnostics/E0026.md"
};
static const unsigned char docs_diagnostics_E0027_md[] = {
#embed "../../docs/diagnostics/E0027.md"
};
static const unsigned char docs_diagnostics_E0101_md[] = {
#embed "../../docs/diagnostics/E0101.md"
};
static const unsigned char docs_diagnostics_E0102_md[] = {
#embed "../../docs/diagnostics/E0102.md"
};
static const unsigned char docs_diagnostics_E0103_md[] = {
#embed "../../docs/diagnostics/E0103.md"
};
static const unsigned char docs_diagnostics_E0104_md[] = {
#embed "../../docs/diagnostics/E0104.md"
};
static const unsigned char docs_diagnostics_E0105_md[] = {
#embed "../../docs/diagnostics/E0105.md"
};
static const unsigned char docs_diagnostics_E0106_md[] = {
#embed "../../docs/diagnostics/E0106.md"
};
static const unsigned char docs_diagnostics_E0107_md[] = {
#embed "../../docs/diagnostics/E0107.md"
};
static const unsigned char docs_diagnostics_E0108_md[] = {
#embed "../../docs/diagnostics/E0108.md"
};
static const unsigned char docs_diagnostics_E0109_md[] = {
#embed "../../docs/diagnostics/E0109.md"
};
static const unsigned char docs_diagnostics_E0110_md[] = {
#embed "../../docs/diagnostics/E0110.md"
};
static const unsigned char docs_diagnostics_E0111_md[] = {
#embed "../../docs/diagnostics/E0111.md"
};
static const unsigned char docs_diagnostics_E0112_md[] = {
#embed "../../docs/diagnostics/E0112.md"
};
static const unsigned char docs_diagnostics_E0113_md[] = {
#embed "../../docs/diagnostics/E0113.md"
};
static const unsigned char docs_diagnostics_E0114_md[] = {
#embed "../../docs/diagnostics/E0114.md"
};
static const unsigned char docs_diagnostics_E0115_md[] = {
#embed "../../docs/diagnostics/E0115.md"
};
static const unsigned char docs_diagnostics_E0116_md[] = {
#embed "../../docs/diagnostics/E0116.md"
};
static const unsigned char docs_diagnostics_E0117_md[] = {
#embed "../../docs/diagnostics/E0117.md"
};
static const unsigned char docs_diagnostics_E0118_md[] = {
#embed "../../docs/diagnostics/E0118.md"
};
static const unsigned char docs_diagnostics_E0119_md[] = {
#embed "../../docs/diagnostics/E0119.md"
};
static const unsigned char docs_diagnostics_E0120_md[] = {
#embed "../../docs/diagnostics/E0120.md"
};
static const unsigned char docs_diagnostics_E0121_md[] = {
#embed "../../docs/diagnostics/E0121.md"
};
static const unsigned char docs_diagnostics_E0122_md[] = {
#embed "../../docs/diagnostics/E0122.md"
};
static const unsigned char docs_diagnostics_E0123_md[] = {
#embed "../../docs/diagnostics/E0123.md"
};
static const unsigned char docs_diagnostics_E0201_md[] = {
#embed "../../docs/diagnostics/E0201.md"
};
static const unsigned char docs_diagnostics_E0202_md[] = {
#embed "../../docs/diagnostics/E0202.md"
};
static const unsigned char docs_diagnostics_E0203_md[] = {
#embed "../../docs/diagnostics/E0203.md"
};
static const unsigned char docs_diagnostics_E0204_md[] = {
#embed "../../docs/diagnostics/E0204.md"
};
static const unsigned char docs_diagnostics_E0205_md[] = {
#embed "../../docs/diagnostics/E0205.md"
};
static const unsigned char docs_diagnostics_E0206_md[] = {
#embed "../../docs/diagnostics/E0206.md"
};
static const unsigned char docs_diagnostics_E0207_md[] = {
#embed "../../docs/diagnostics/E0207.md"
};
static const unsigned char docs_diagnostics_E0208_md[] = {
#embed "../../docs/diagnostics/E0208.md"
};
static const unsigned char docs_diagnostics_E0209_md[] = {
#embed "../../docs/diagnostics/E0209.md"
};
static const unsigned char docs_diagnostics_E0210_md[] = {
#embed "../../docs/diagnostics/E0210.md"
};
static const unsigned char docs_diagnostics_E0211_md[] = {
#embed "../../docs/diagnostics/E0211.md"
};
static const unsigned char docs_diagnostics_E0212_md[] = {
#embed "../../docs/diagnostics/E0212.md"
};
static const unsigned char docs_diagnostics_E0213_md[] = {
#embed "../../docs/diagnostics/E0213.md"
};
static const unsigned char docs_diagnostics_E0214_md[] = {
#embed "../../docs/diagnostics/E0214.md"
};
static const unsigned char docs_diagnostics_E0215_md[] = {
#embed "../../docs/diagnostics/E0215.md"
};
static const unsigned char docs_diagnostics_E0216_md[] = {
#embed "../../docs/diagnostics/E0216.md"
};
static const unsigned char docs_diagnostics_E0218_md[] = {
#embed "../../docs/diagnostics/E0218.md"
};
static const unsigned char docs_diagnostics_E0219_md[] = {
#embed "../../docs/diagnostics/E0219.md"
};
static const unsigned char docs_diagnostics_E0220_md[] = {
#embed "../../docs/diagnostics/E0220.md"
};
static const unsigned char docs_diagnostics_E0301_md[] = {
#embed "../../docs/diagnostics/E0301.md"
};
static const unsigned char docs_diagnostics_E0302_md[] = {
#embed "../../docs/diagnostics/E0302.md"
};
static const unsigned char docs_diagnostics_E0303_md[] = {
#embed "../../docs/diagnostics/E0303.md"
};
static const unsigned char docs_diagnostics_E0304_md[] = {
#embed "../../docs/diagnostics/E0304.md"
};
static const unsigned char docs_diagnostics_E0305_md[] = {
#embed "../../docs/diagnostics/E0305.md"
};
static const unsigned char docs_diagnostics_E0306_md[] = {
#embed "../../docs/diagnostics/E0306.md"
};
static const unsigned char docs_diagnostics_E0307_md[] = {
#embed "../../docs/diagnostics/E0307.md"
};
static const unsigned char docs_diagnostics_E0308_md[] = {
#embed "../../docs/diagnostics/E0308.md"
};
static const unsigned char docs_diagnostics_E0309_md[] = {
#embed "../../docs/diagnostics/E0309.md"
};
static const unsigned char docs_diagnostics_E0310_md[] = {
#embed "../../docs/diagnostics/E0310.md"
};
static const unsigned char docs_diagnostics_E0311_md[] = {
#embed "../../docs/diagnostics/E0311.md"
};
static const unsigned char docs_diagnostics_E0312_md[] = {
#embed "../../docs/diagnostics/E0312.md"
};
static const unsigned char docs_diagnostics_E0313_md[] = {
#embed "../../docs/diagnostics/E0313.md"
};
static const unsigned char docs_diagnostics_E0314_md[] = {
#embed "../../docs/diagnostics/E0314.md"
};
static const unsigned char docs_diagnostics_E0315_md[] = {
#embed "../../docs/diagnostics/E0315.md"
};
static const unsigned char docs_diagnostics_E0316_md[] = {
#embed "../../docs/diagnostics/E0316.md"
};
static const unsigned char docs_diagnostics_E0317_md[] = {
#embed "../../docs/diagnostics/E0317.md"
};
static const unsigned char docs_diagnostics_E0318_md[] = {
#embed "../../docs/diagnostics/E0318.md"
};
static const unsigned char docs_diagnostics_E0319_md[] = {
#embed "../../docs/diagnostics/E0319.md"
};
static const unsigned char docs_diagnostics_E0320_md[] = {
#embed "../../docs/diagnostics/E0320.md"
};
static const unsigned char docs_diagnostics_E0321_md[] = {
#embed "../../docs/diagnostics/E0321.md"
};
static const unsigned char docs_diagnostics_E0322_md[] = {
#embed "../../docs/diagnostics/E0322.md"
};
static const unsigned char docs_diagnostics_E0323_md[] = {
#embed "../../docs/diagnostics/E0323.md"
};
static const unsigned char docs_diagnostics_E0324_md[] = {
#embed "../../docs/diagnostics/E0324.md"
};
static const unsigned char docs_diagnostics_E0325_md[] = {
#embed "../../docs/diagnostics/E0325.md"
};
static const unsigned char docs_diagnostics_E0326_md[] = {
#embed "../../docs/diagnostics/E0326.md"
};
static const unsigned char docs_diagnostics_E0327_md[] = {
#embed "../../docs/diagnostics/E0327.md"
};
static const unsigned char docs_diagnostics_E0328_md[] = {
#embed "../../docs/diagnostics/E0328.md"
};
static const unsigned char docs_diagnostics_E0329_md[] = {
#embed "../../docs/diagnostics/E0329.md"
};
static const unsigned char docs_diagnostics_E0330_md[] = {
#embed "../../docs/diagnostics/E0330.md"
};
static const unsigned char docs_diagnostics_E0331_md[] = {
#embed "../../docs/diagnostics/E0331.md"
};
static const unsigned char docs_diagnostics_E0332_md[] = {
#embed "../../docs/diagnostics/E0332.md"
};
static const unsigned char docs_diagnostics_E0335_md[] = {
#embed "../../docs/diagnostics/E0335.md"
};
static const unsigned char docs_diagnostics_E0336_md[] = {
#embed "../../docs/diagnostics/E0336.md"
};
static const unsigned char docs_diagnostics_E0337_md[] = {
#embed "../../docs/diagnostics/E0337.md"
};
static const unsigned char docs_diagnostics_E0340_md[] = {
#embed "../../docs/diagnostics/E0340.md"
};
static const unsigned char docs_diagnostics_E0341_md[] = {
#embed "../../docs/diagnostics/E0341.md"
};
static const unsigned char docs_diagnostics_E0342_md[] = {
#embed "../../docs/diagnostics/E0342.md"
};
static const unsigned char docs_diagnostics_E0343_md[] = {
#embed "../../docs/diagnostics/E0343.md"
};
static const unsigned char docs_diagnostics_E0344_md[] = {
#embed "../../docs/diagnostics/E0344.md"
};
static const unsigned char docs_diagnostics_E0345_md[] = {
#embed "../../docs/diagnostics/E0345.md"
};
static const unsigned char docs_diagnostics_E0346_md[] = {
#embed "../../docs/diagnostics/E0346.md"
};
static const unsigned char docs_diagnostics_E0347_md[] = {
#embed "../../docs/diagnostics/E0347.md"
};
static const unsigned char docs_diagnostics_E0348_md[] = {
#embed "../../docs/diagnostics/E0348.md"
};
static const unsigned char docs_diagnostics_E0350_md[] = {
#embed "../../docs/diagnostics/E0350.md"
};
static const unsigned char docs_diagnostics_E0351_md[] = {
#embed "../../docs/diagnostics/E0351.md"
};
static const unsigned char docs_diagnostics_E0352_md[] = {
#embed "../../docs/diagnostics/E0352.md"
};
static const unsigned char docs_diagnostics_E0353_md[] = {
#embed "../../docs/diagnostics/E0353.md"
};
static const unsigned char docs_diagnostics_E0401_md[] = {
#embed "../../docs/diagnostics/E0401.md"
};
static const unsigned char docs_diagnostics_E0402_md[] = {
#embed "../../docs/diagnostics/E0402.md"
};
static const unsigned char docs_diagnostics_E0403_md[] = {
#embed "../../docs/diagnostics/E0403.md"
};
static const unsigned char docs_diagnostics_E0404_md[] = {
#embed "../../docs/diagnostics/E0404.md"
};
static const unsigned char docs_diagnostics_E0405_md[] = {
#embed "../../docs/diagnostics/E0405.md"
};
static const unsigned char docs_diagnostics_E0406_md[] = {
#embed "../../docs/diagnostics/E0406.md"
};
static const unsigned char docs_diagnostics_E0407_md[] = {
#embed "../../docs/diagnostics/E0407.md"
};
static const unsigned char docs_diagnostics_E0408_md[] = {
#embed "../../docs/diagnostics/E0408.md"
};
static const unsigned char docs_diagnostics_E0409_md[] = {
#embed "../../docs/diagnostics/E0409.md"
};
static const unsigned char docs_diagnostics_E0410_md[] = {
#embed "../../docs/diagnostics/E0410.md"
};
static const unsigned char docs_diagnostics_E0411_md[] = {
#embed "../../docs/diagnostics/E0411.md"
};
static const unsigned char docs_diagnostics_E0412_md[] = {
#embed "../../docs/diagnostics/E0412.md"
};
static const unsigned char docs_diagnostics_E0413_md[] = {
#embed "../../docs/diagnostics/E0413.md"
};
static const unsigned char docs_diagnostics_E0414_md[] = {
#embed "../../docs/diagnostics/E0414.md"
};
static const unsigned char docs_diagnostics_E0415_md[] = {
#embed "../../docs/diagnostics/E0415.md"
};
static const unsigned char docs_diagnostics_E0416_md[] = {
#embed "../../docs/diagnostics/E0416.md"
};
static const unsigned char docs_diagnostics_E0417_md[] = {
#embed "../../docs/diagnostics/E0417.md"
};
static const unsigned char docs_diagnostics_E0418_md[] = {
#embed "../../docs/diagnostics/E0418.md"
};
static const unsigned char docs_diagnostics_E0450_md[] = {
#embed "../../docs/diagnostics/E0450.md"
};
static const unsigned char docs_diagnostics_E0451_md[] = {
#embed "../../docs/diagnostics/E0451.md"
};
static const unsigned char docs_diagnostics_E0452_md[] = {
#embed "../../docs/diagnostics/E0452.md"
};
static const unsigned char docs_diagnostics_E0453_md[] = {
#embed "../../docs/diagnostics/E0453.md"
};
static const unsigned char docs_diagnostics_E0454_md[] = {
#embed "../../docs/diagnostics/E0454.md"
};
static const unsigned char docs_diagnostics_E0455_md[] = {
#embed "../../docs/diagnostics/E0455.md"
};
static const unsigned char docs_diagnostics_E0456_md[] = {
#embed "../../docs/diagnostics/E0456.md"
};
static const unsigned char docs_diagnostics_E0457_md[] = {
#embed "../../docs/diagnostics/E0457.md"
};
static const unsigned char docs_diagnostics_E0458_md[] = {
#embed "../../docs/diagnostics/E0458.md"
};
static const unsigned char docs_diagnostics_E0459_md[] = {
#embed "../../docs/diagnostics/E0459.md"
};
static const unsigned char docs_diagnostics_E0460_md[] = {
#embed "../../docs/diagnostics/E0460.md"
};
static const unsigned char docs_diagnostics_E0461_md[] = {
#embed "../../docs/diagnostics/E0461.md"
};
static const unsigned char docs_diagnostics_E0462_md[] = {
#embed "../../docs/diagnostics/E0462.md"
};
static const unsigned char docs_diagnostics_E0466_md[] = {
#embed "../../docs/diagnostics/E0466.md"
};
static const unsigned char docs_diagnostics_E0467_md[] = {
#embed "../../docs/diagnostics/E0467.md"
};
static const unsigned char docs_diagnostics_E0468_md[] = {
#embed "../../docs/diagnostics/E0468.md"
};
static const unsigned char docs_diagnostics_E0501_md[] = {
#embed "../../docs/diagnostics/E0501.md"
};
static const unsigned char docs_diagnostics_E0502_md[] = {
#embed "../../docs/diagnostics/E0502.md"
};
static const unsigned char docs_diagnostics_E0503_md[] = {
#embed "../../docs/diagnostics/E0503.md"
};
static const unsigned char docs_diagnostics_E0504_md[] = {
#embed "../../docs/diagnostics/E0504.md"
};
static const unsigned char docs_diagnostics_E0505_md[] = {
#embed "../../docs/diagnostics/E0505.md"
};
static const unsigned char docs_diagnostics_E0506_md[] = {
#embed "../../docs/diagnostics/E0506.md"
};
static const unsigned char docs_diagnostics_E0507_md[] = {
#embed "../../docs/diagnostics/E0507.md"
};
static const unsigned char docs_diagnostics_E0508_md[] = {
#embed "../../docs/diagnostics/E0508.md"
};
static const unsigned char docs_diagnostics_E0509_md[] = {
#embed "../../docs/diagnostics/E0509.md"
};
static const unsigned char docs_diagnostics_E0510_md[] = {
#embed "../../docs/diagnostics/E0510.md"
};
static const unsigned char docs_diagnostics_E0511_md[] = {
#embed "../../docs/diagnostics/E0511.md"
};
static const unsigned char docs_diagnostics_E0512_md[] = {
#embed "../../docs/diagnostics/E0512.md"
};
static const unsigned char docs_diagnostics_E0513_md[] = {
#embed "../../docs/diagnostics/E0513.md"
};
static const unsigned char docs_diagnostics_E0514_md[] = {
#embed "../../docs/diagnostics/E0514.md"
};
static const unsigned char docs_diagnostics_E0515_md[] = {
#embed "../../docs/diagnostics/E0515.md"
};
static const unsigned char docs_diagnostics_E0516_md[] = {
#embed "../../docs/diagnostics/E0516.md"
};
static const unsigned char docs_diagnostics_E0601_md[] = {
#embed "../../docs/diagnostics/E0601.md"
};
static const unsigned char docs_diagnostics_E0602_md[] = {
#embed "../../docs/diagnostics/E0602.md"
};
static const unsigned char docs_diagnostics_E0603_md[] = {
#embed "../../docs/diagnostics/E0603.md"
};
static const unsigned char docs_diagnostics_E0604_md[] = {
#embed "../../docs/diagnostics/E0604.md"
};
static const unsigned char docs_diagnostics_E0605_md[] = {
#embed "../../docs/diagnostics/E0605.md"
};
static const unsigned char docs_diagnostics_E0606_md[] = {
#embed "../../docs/diagnostics/E0606.md"
};
static const unsigned char docs_diagnostics_E0607_md[] = {
#embed "../../docs/diagnostics/E0607.md"
};
static const unsigned char docs_diagnostics_E0608_md[] = {
#embed "../../docs/diagnostics/E0608.md"
};
static const unsigned char docs_diagnostics_E0609_md[] = {
#embed "../../docs/diagnostics/E0609.md"
};
static const unsigned char docs_diagnostics_E0610_md[] = {
#embed "../../docs/diagnostics/E0610.md"
};
static const unsigned char docs_diagnostics_E0611_md[] = {
#embed "../../docs/diagnostics/E0611.md"
};
static const unsigned char docs_diagnostics_E0612_md[] = {
#embed "../../docs/diagnostics/E0612.md"
};
static const unsigned char docs_diagnostics_E0613_md[] = {
#embed "../../docs/diagnostics/E0613.md"
};
static const unsigned char docs_diagnostics_E0614_md[] = {
#embed "../../docs/diagnostics/E0614.md"
};
static const unsigned char docs_diagnostics_E0701_md[] = {
#embed "../../docs/diagnostics/E0701.md"
};
static const unsigned char docs_diagnostics_E0702_md[] = {
#embed "../../docs/diagnostics/E0702.md"
};
static const unsigned char docs_diagnostics_E0703_md[] = {
#embed "../../docs/diagnostics/E0703.md"
};
static const unsigned char docs_diagnostics_E0704_md[] = {
#embed "../../docs/diagnostics/E0704.md"
};
static const unsigned char docs_diagnostics_E0705_md[] = {
#embed "../../docs/diagnostics/E0705.md"
};
static const unsigned char docs_diagnostics_E0706_md[] = {
#embed "../../docs/diagnostics/E0706.md"
};
static const unsigned char docs_diagnostics_E0707_md[] = {
#embed "../../docs/diagnostics/E0707.md"
};
static const unsigned char docs_diagnostics_E0708_md[] = {
#embed "../../docs/diagnostics/E0708.md"
};
static const unsigned char docs_diagnostics_E0709_md[] = {
#embed "../../docs/diagnostics/E0709.md"
};
static const unsigned char docs_diagnostics_E0710_md[] = {
#embed "../../docs/diagnostics/E0710.md"
};
static const unsigned char docs_diagnostics_E0711_md[] = {
#embed "../../docs/diagnostics/E0711.md"
};
static const unsigned char docs_diagnostics_E0712_md[] = {
#embed "../../docs/diagnostics/E0712.md"
};
static const unsigned char docs_diagnostics_E0713_md[] = {
#embed "../../docs/diagnostics/E0713.md"
};
static const unsigned char docs_diagnostics_E0714_md[] = {
#embed "../../docs/diagnostics/E0714.md"
};
static const unsigned char docs_diagnostics_E0715_md[] = {
#embed "../../docs/diagnostics/E0715.md"
};
static const unsigned char docs_diagnostics_E0716_md[] = {
#embed "../../docs/diagnostics/E0716.md"
};
static const unsigned char docs_diagnostics_E0717_md[] = {
#embed "../../docs/diagnostics/E0717.md"
};
static const unsigned char docs_diagnostics_E0718_md[] = {
#embed "../../docs/diagnostics/E0718.md"
};
static const unsigned char docs_diagnostics_E0719_md[] = {
#embed "../../docs/diagnostics/E0719.md"
};
static const unsigned char docs_diagnostics_E0720_md[] = {
#embed "../../docs/diagnostics/E0720.md"
};
static const unsigned char docs_diagnostics_E0721_md[] = {
#embed "../../docs/diagnostics/E0721.md"
};
static const unsigned char docs_diagnostics_E0722_md[] = {
#embed "../../docs/diagnostics/E0722.md"
};
static const unsigned char docs_diagnostics_E0723_md[] = {
#embed "../../docs/diagnostics/E0723.md"
};
static const unsigned char docs_diagnostics_E0724_md[] = {
#embed "../../docs/diagnostics/E0724.md"
};
static const unsigned char docs_diagnostics_E0725_md[] = {
#embed "../../docs/diagnostics/E0725.md"
};
static const unsigned char docs_diagnostics_E0726_md[] = {
#embed "../../docs/diagnostics/E0726.md"
};
static const unsigned char docs_diagnostics_E0733_md[] = {
#embed "../../docs/diagnostics/E0733.md"
};
static const unsigned char docs_diagnostics_E0734_md[] = {
#embed "../../docs/diagnostics/E0734.md"
};
static const unsigned char docs_diagnostics_E0740_md[] = {
#embed "../../docs/diagnostics/E0740.md"
};
static const unsigned char docs_diagnostics_E0741_md[] = {
#embed "../../docs/diagnostics/E0741.md"
};
static const unsigned char docs_diagnostics_E0801_md[] = {
#embed "../../docs/diagnostics/E0801.md"
};
static const unsigned char docs_diagnostics_E0802_md[] = {
#embed "../../docs/diagnostics/E0802.md"
};
static const unsigned char docs_diagnostics_E0803_md[] = {
#embed "../../docs/diagnostics/E0803.md"
};
static const unsigned char docs_diagnostics_E0804_md[] = {
#embed "../../docs/diagnostics/E0804.md"
};
static const unsigned char docs_diagnostics_E0805_md[] = {
#embed "../../docs/diagnostics/E0805.md"
};
static const unsigned char docs_diagnostics_E0806_md[] = {
#embed "../../docs/diagnostics/E0806.md"
};
static const unsigned char docs_diagnostics_E0807_md[] = {
#embed "../../docs/diagnostics/E0807.md"
};
static const unsigned char docs_diagnostics_E0808_md[] = {
#embed "../../docs/diagnostics/E0808.md"
};
static const unsigned char docs_diagnostics_E0809_md[] = {
#embed "../../docs/diagnostics/E0809.md"
};
static const unsigned char docs_diagnostics_E0810_md[] = {
#embed "../../docs/diagnostics/E0810.md"
};
static const unsigned char docs_diagnostics_E0811_md[] = {
#embed "../../docs/diagnostics/E0811.md"
};
static const unsigned char docs_diagnostics_E0812_md[] = {
#embed "../../docs/diagnostics/E0812.md"
};
static const unsigned char docs_diagnostics_E0813_md[] = {
#embed "../../docs/diagnostics/E0813.md"
};
static const unsigned char docs_diagnostics_E0814_md[] = {
#embed "../../docs/diagnostics/E0814.md"
};
static const unsigned char docs_diagnostics_E0815_md[] = {
#embed "../../docs/diagnostics/E0815.md"
};
static const unsigned char docs_diagnostics_E0816_md[] = {
#embed "../../docs/diagnostics/E0816.md"
};
static const unsigned char docs_diagnostics_E0817_md[] = {
#embed "../../docs/diagnostics/E0817.md"
};
static const unsigned char docs_diagnostics_E0818_md[] = {
#embed "../../docs/diagnostics/E0818.md"
};
static const unsigned char docs_diagnostics_E0819_md[] = {
#embed "../../docs/diagnostics/E0819.md"
};
static const unsigned char docs_diagnostics_E0822_md[] = {
#embed "../../docs/diagnostics/E0822.md"
};
static const unsigned char docs_diagnostics_E0823_md[] = {
#embed "../../docs/diagnostics/E0823.md"
};
static const unsigned char docs_diagnostics_E0824_md[] = {
#embed "../../docs/diagnostics/E0824.md"
};
static const unsigned char docs_diagnostics_E0825_md[] = {
#embed "../../docs/diagnostics/E0825.md"
};
static const unsigned char docs_diagnostics_E0830_md[] = {
#embed "../../docs/diagnostics/E0830.md"
};
static const unsigned char docs_diagnostics_E0831_md[] = {
#embed "../../docs/diagnostics/E0831.md"
};
static const unsigned char docs_diagnostics_E0832_md[] = {
#embed "../../docs/diagnostics/E0832.md"
};
static const unsigned char docs_diagnostics_E0833_md[] = {
#embed "../../docs/diagnostics/E0833.md"
};
static const unsigned char docs_diagnostics_E0834_md[] = {
#embed "../../docs/diagnostics/E0834.md"
};
static const unsigned char docs_diagnostics_E0835_md[] = {
#embed "../../docs/diagnostics/E0835.md"
};
static const unsigned char docs_diagnostics_E0836_md[] = {
#embed "../../docs/diagnostics/E0836.md"
};
static const unsigned char docs_diagnostics_E0837_md[] = {
#embed "../../docs/diagnostics/E0837.md"
};
static const unsigned char docs_diagnostics_E0838_md[] = {
#embed "../../docs/diagnostics/E0838.md"
};
static const unsigned char docs_diagnostics_E0839_md[] = {
#embed "../../docs/diagnostics/E0839.md"
};
static const unsigned char docs_diagnostics_E0840_md[] = {
#embed "../../docs/diagnostics/E0840.md"
};
static const unsigned char docs_diagnostics_E0841_md[] = {
#embed "../../docs/diagnostics/E0841.md"
};
static const unsigned char docs_diagnostics_E0842_md[] = {
#embed "../../docs/diagnostics/E0842.md"
};
static const unsigned char docs_diagnostics_E0843_md[] = {
#embed "../../docs/diagnostics/E0843.md"
};
static const unsigned char docs_diagnostics_E0844_md[] = {
#embed "../../docs/diagnostics/E0844.md"
};
static const unsigned char docs_diagnostics_E0845_md[] = {
#embed "../../docs/diagnostics/E0845.md"
};
static const unsigned char docs_diagnostics_E0846_md[] = {
#embed "../../docs/diagnostics/E0846.md"
};
static const unsigned char docs_diagnostics_E0847_md[] = {
#embed "../../docs/diagnostics/E0847.md"
};
static const unsigned char docs_diagnostics_E0848_md[] = {
#embed "../../docs/diagnostics/E0848.md"
};
static const unsigned char docs_diagnostics_E0849_md[] = {
#embed "../../docs/diagnostics/E0849.md"
};
static const unsigned char docs_diagnostics_E0850_md[] = {
#embed "../../docs/diagnostics/E0850.md"
};
static const unsigned char docs_diagnostics_E0851_md[] = {
#embed "../../docs/diagnostics/E0851.md"
};
static const unsigned char docs_diagnostics_E0852_md[] = {
#embed "../../docs/diagnostics/E0852.md"
};
static const unsigned char docs_diagnostics_E0853_md[] = {
#embed "../../docs/diagnostics/E0853.md"
};
static const unsigned char docs_diagnostics_E0854_md[] = {
#embed "../../docs/diagnostics/E0854.md"
};
static const unsigned char docs_diagnostics_E0855_md[] = {
#embed "../../docs/diagnostics/E0855.md"
};
static const unsigned char docs_diagnostics_E0860_md[] = {
#embed "../../docs/diagnostics/E0860.md"
};
static const unsigned char docs_diagnostics_E0861_md[] = {
#embed "../../docs/diagnostics/E0861.md"
};
static const unsigned char docs_diagnostics_E0862_md[] = {
#embed "../../docs/diagnostics/E0862.md"
};
static const unsigned char docs_diagnostics_E0870_md[] = {
#embed "../../docs/diagnostics/E0870.md"
};
static const unsigned char docs_diagnostics_E0871_md[] = {
#embed "../../docs/diagnostics/E0871.md"
};
static const unsigned char docs_diagnostics_E0872_md[] = {
#embed "../../docs/diagnostics/E0872.md"
};
static const unsigned char docs_diagnostics_E0873_md[] = {
#embed "../../docs/diagnostics/E0873.md"
};
static const unsigned char docs_diagnostics_E0880_md[] = {
#embed "../../docs/diagnostics/E0880.md"
};
static const unsigned char docs_diagnostics_E0881_md[] = {
#embed "../../docs/diagnostics/E0881.md"
};
static const unsigned char docs_diagnostics_E0882_md[] = {
#embed "../../docs/diagnostics/E0882.md"
};
static const unsigned char docs_diagnostics_E0883_md[] = {
#embed "../../docs/diagnostics/E0883.md"
};
static const unsigned char docs_diagnostics_E0884_md[] = {
#embed "../../docs/diagnostics/E0884.md"
};
static const unsigned char docs_diagnostics_E0885_md[] = {
#embed "../../docs/diagnostics/E0885.md"
};
static const unsigned char docs_diagnostics_E0901_md[] = {
#embed "../../docs/diagnostics/E0901.md"
};
static const unsigned char docs_diagnostics_E0902_md[] = {
#embed "../../docs/diagnostics/E0902.md"
};
static const unsigned char docs_diagnostics_E0903_md[] = {
#embed "../../docs/diagnostics/E0903.md"
};
static const unsigned char docs_diagnostics_E0904_md[] = {
#embed "../../docs/diagnostics/E0904.md"
};
static const unsigned char docs_diagnostics_E0905_md[] = {
#embed "../../docs/diagnostics/E0905.md"
};
static const unsigned char docs_diagnostics_E0906_md[] = {
#embed "../../docs/diagnostics/E0906.md"
};
static const unsigned char docs_diagnostics_E0907_md[] = {
#embed "../../docs/diagnostics/E0907.md"
};
static const unsigned char docs_diagnostics_E0908_md[] = {
#embed "../../docs/diagnostics/E0908.md"
};
static const unsigned char docs_diagnostics_E0909_md[] = {
#embed "../../docs/diagnostics/E0909.md"
};
static const unsigned char docs_diagnostics_E0910_md[] = {
#embed "../../docs/diagnostics/E0910.md"
};
static const unsigned char docs_diagnostics_E0911_md[] = {
#embed "../../docs/diagnostics/E0911.md"
};
static const unsigned char docs_diagnostics_E0912_md[] = {
#embed "../../docs/diagnostics/E0912.md"
};
static const unsigned char docs_diagnostics_E0913_md[] = {
#embed "../../docs/diagnostics/E0913.md"
};
static const unsigned char docs_diagnostics_E0914_md[] = {
#embed "../../docs/diagnostics/E0914.md"
};
static const unsigned char docs_diagnostics_E0981_md[] = {
#embed "../../docs/diagnostics/E0981.md"
};
static const unsigned char docs_diagnostics_E0982_md[] = {
#embed "../../docs/diagnostics/E0982.md"
};
static const unsigned char docs_diagnostics_E0983_md[] = {
#embed "../../docs/diagnostics/E0983.md"
};
static const unsigned char docs_diagnostics_E0984_md[] = {
#embed "../../docs/diagnostics/E0984.md"
};
static const unsigned char docs_diagnostics_E1001_md[] = {
#embed "../../docs/diagnostics/E1001.md"
};
static const unsigned char docs_diagnostics_E1002_md[] = {
#embed "../../docs/diagnostics/E1002.md"
};
static const unsigned char docs_diagnostics_E1003_md[] = {
#embed "../../docs/diagnostics/E1003.md"
};
static const unsigned char docs_diagnostics_E1004_md[] = {
#embed "../../docs/diagnostics/E1004.md"
};
static const unsigned char docs_diagnostics_E1005_md[] = {
#embed "../../docs/diagnostics/E1005.md"
};
static const unsigned char docs_diagnostics_E1006_md[] = {
#embed "../../docs/diagnostics/E1006.md"
};
static const unsigned char docs_diagnostics_E1007_md[] = {
#embed "../../docs/diagnostics/E1007.md"
};
static const unsigned char docs_diagnostics_E1008_md[] = {
#embed "../../docs/diagnostics/E1008.md"
};
static const unsigned char docs_diagnostics_E1009_md[] = {
#embed "../../docs/diagnostics/E1009.md"
};
static const unsigned char docs_diagnostics_E1010_md[] = {
#embed "../../docs/diagnostics/E1010.md"
};
static const unsigned char docs_diagnostics_E1011_md[] = {
#embed "../../docs/diagnostics/E1011.md"
};
static const unsigned char docs_diagnostics_E1012_md[] = {
#embed "../../docs/diagnostics/E1012.md"
};
static const unsigned char docs_diagnostics_E1013_md[] = {
#embed "../../docs/diagnostics/E1013.md"
};
static const unsigned char docs_diagnostics_E1020_md[] = {
#embed "../../docs/diagnostics/E1020.md"
};
static const unsigned char docs_diagnostics_E1021_md[] = {
#embed "../../docs/diagnostics/E1021.md"
};
static const unsigned char docs_diagnostics_E1022_md[] = {
#embed "../../docs/diagnostics/E1022.md"
};
static const unsigned char docs_diagnostics_E1023_md[] = {
#embed "../../docs/diagnostics/E1023.md"
};
static const unsigned char docs_diagnostics_L0101_md[] = {
#embed "../../docs/diagnostics/L0101.md"
};
static const unsigned char docs_diagnostics_L0102_md[] = {
#embed "../../docs/diagnostics/L0102.md"
};
static const unsigned char docs_diagnostics_L0103_md[] = {
#embed "../../docs/diagnostics/L0103.md"
};
static const unsigned char docs_diagnostics_L0104_md[] = {
#embed "../../docs/diagnostics/L0104.md"
};
static const unsigned char docs_diagnostics_L0105_md[] = {
#embed "../../docs/diagnostics/L0105.md"
};
static const unsigned char docs_diagnostics_L0106_md[] = {
#embed "../../docs/diagnostics/L0106.md"
};
static const unsigned char docs_diagnostics_L0107_md[] = {
#embed "../../docs/diagnostics/L0107.md"
};
static const unsigned char docs_diagnostics_L0108_md[] = {
#embed "../../docs/diagnostics/L0108.md"
};
static const unsigned char docs_diagnostics_L0109_md[] = {
#embed "../../docs/diagnostics/L0109.md"
};
static const unsigned char docs_diagnostics_L0110_md[] = {
#embed "../../docs/diagnostics/L0110.md"
};
static const unsigned char docs_diagnostics_L0111_md[] = {
#embed "../../docs/diagnostics/L0111.md"
};
static const unsigned char docs_diagnostics_L0112_md[] = {
#embed "../../docs/diagnostics/L0112.md"
};
static const unsigned char docs_diagnostics_L0201_md[] = {
#embed "../../docs/diagnostics/L0201.md"
};
static const unsigned char docs_diagnostics_L0202_md[] = {
#embed "../../docs/diagnostics/L0202.md"
};
static const unsigned char docs_diagnostics_L0203_md[] = {
#embed "../../docs/diagnostics/L0203.md"
};
static const unsigned char docs_diagnostics_L0204_md[] = {
#embed "../../docs/diagnostics/L0204.md"
};
static const unsigned char docs_diagnostics_L0205_md[] = {
#embed "../../docs/diagnostics/L0205.md"
};
static const unsigned char docs_diagnostics_L0206_md[] = {
#embed "../../docs/diagnostics/L0206.md"
};
static const unsigned char docs_diagnostics_L0207_md[] = {
#embed "../../docs/diagnostics/L0207.md"
};
static const unsigned char docs_diagnostics_L0208_md[] = {
#embed "../../docs/diagnostics/L0208.md"
};
static const unsigned char docs_diagnostics_L0301_md[] = {
#embed "../../docs/diagnostics/L0301.md"
};
static const unsigned char docs_diagnostics_L0302_md[] = {
#embed "../../docs/diagnostics/L0302.md"
};
static const unsigned char docs_diagnostics_L0303_md[] = {
#embed "../../docs/diagnostics/L0303.md"
};
static const unsigned char docs_diagnostics_L0304_md[] = {
#embed "../../docs/diagnostics/L0304.md"
};
static const unsigned char docs_diagnostics_L0305_md[] = {
#embed "../../docs/diagnostics/L0305.md"
};
static const unsigned char docs_diagnostics_L0306_md[] = {
#embed "../../docs/diagnostics/L0306.md"
};
static const unsigned char docs_diagnostics_L0307_md[] = {
#embed "../../docs/diagnostics/L0307.md"
};
static const unsigned char docs_diagnostics_L0401_md[] = {
#embed "../../docs/diagnostics/L0401.md"
};
static const unsigned char docs_diagnostics_L0402_md[] = {
#embed "../../docs/diagnostics/L0402.md"
};
static const unsigned char docs_diagnostics_L0403_md[] = {
#embed "../../docs/diagnostics/L0403.md"
};
static const unsigned char docs_diagnostics_L0404_md[] = {
#embed "../../docs/diagnostics/L0404.md"
};
static const unsigned char docs_diagnostics_L0405_md[] = {
#embed "../../docs/diagnostics/L0405.md"
};
static const unsigned char docs_diagnostics_L0901_md[] = {
#embed "../../docs/diagnostics/L0901.md"
};
static const unsigned char docs_diagnostics_L0902_md[] = {
#embed "../../docs/diagnostics/L0902.md"
};
static const unsigned char docs_diagnostics_W0190_md[] = {
#embed "../../docs/diagnostics/W0190.md"
};
static const unsigned char docs_diagnostics_W0401_md[] = {
#embed "../../docs/diagnostics/W0401.md"
};
static const unsigned char docs_diagnostics_W0402_md[] = {
#embed "../../docs/diagnostics/W0402.md"
};
static const unsigned char docs_diagnostics_W0403_md[] = {
#embed "../../docs/diagnostics/W0403.md"
};
static const unsigned char docs_diagnostics_W0404_md[] = {
#embed "../../docs/diagnostics/W0404.md"
};
static const unsigned char docs_diagnostics_W0405_md[] = {
#embed "../../docs/diagnostics/W0405.md"
};
static const unsigned char docs_diagnostics_W0601_md[] = {
#embed "../../docs/diagnostics/W0601.md"
};
static const unsigned char docs_diagnostics_W0701_md[] = {
#embed "../../docs/diagnostics/W0701.md"
};
static const unsigned char docs_diagnostics_W0702_md[] = {
#embed "../../docs/diagnostics/W0702.md"
};
static const unsigned char docs_diagnostics_W0703_md[] = {
#embed "../../docs/diagnostics/W0703.md"
};
static const unsigned char docs_diagnostics_W0801_md[] = {
#embed "../../docs/diagnostics/W0801.md"
};
static const unsigned char docs_diagnostics_W0870_md[] = {
#embed "../../docs/diagnostics/W0870.md"
};
static const unsigned char stdlib_api_json_epic[] = {
#embed "../../stdlib/api/json.epic"
};
static const unsigned char stdlib_canary_cohorts_epic[] = {
#embed "../../stdlib/canary/cohorts.epic"
};
static const unsigned char stdlib_cdn_shield_epic[] = {
#embed "../../stdlib/cdn/shield.epic"
};
static const unsigned char stdlib_geo_continents_epic[] = {
#embed "../../stdlib/geo/continents.epic"
};
static const unsigned char stdlib_geo_groups_epic[] = {
#embed "../../stdlib/geo/groups.epic"
};
static const unsigned char stdlib_grpc_service_epic[] = {
#embed "../../stdlib/grpc/service.epic"
};
static const unsigned char stdlib_health_upstreams_epic[] = {
#embed "../../stdlib/health/upstreams.epic"
};
static const unsigned char stdlib_security_headers_epic[] = {
#embed "../../stdlib/security/headers.epic"
};
static const unsigned char stdlib_tcp_service_epic[] = {
#embed "../../stdlib/tcp/service.epic"
};
static const unsigned char stdlib_tls_passthrough_epic[] = {
#embed "../../stdlib/tls/passthrough.epic"
};
static const unsigned char stdlib_web_site_epic[] = {
#embed "../../stdlib/web/site.epic"
};

static const struct epic_asset assets[] = {
    {"Tables/envoy-api-differences.txt", Tables_envoy_api_differences_txt, sizeof Tables_envoy_api_differences_txt},
    {"Tables/envoy-api.bin", Tables_envoy_api_bin, sizeof Tables_envoy_api_bin},
    {"docs/diagnostics/E0001.md", docs_diagnostics_E0001_md, sizeof docs_diagnostics_E0001_md},
    {"docs/diagnostics/E0002.md", docs_diagnostics_E0002_md, sizeof docs_diagnostics_E0002_md},
    {"docs/diagnostics/E0003.md", docs_diagnostics_E0003_md, sizeof docs_diagnostics_E0003_md},
    {"docs/diagnostics/E0004.md", docs_diagnostics_E0004_md, sizeof docs_diagnostics_E0004_md},
    {"docs/diagnostics/E0005.md", docs_diagnostics_E0005_md, sizeof docs_diagnostics_E0005_md},
    {"docs/diagnostics/E0006.md", docs_diagnostics_E0006_md, sizeof docs_diagnostics_E0006_md},
    {"docs/diagnostics/E0007.md", docs_diagnostics_E0007_md, sizeof docs_diagnostics_E0007_md},
    {"docs/diagnostics/E0008.md", docs_diagnostics_E0008_md, sizeof docs_diagnostics_E0008_md},
    {"docs/diagnostics/E0009.md", docs_diagnostics_E0009_md, sizeof docs_diagnostics_E0009_md},
    {"docs/diagnostics/E0010.md", docs_diagnostics_E0010_md, sizeof docs_diagnostics_E0010_md},
    {"docs/diagnostics/E0011.md", docs_diagnostics_E0011_md, sizeof docs_diagnostics_E0011_md},
    {"docs/diagnostics/E0012.md", docs_diagnostics_E0012_md, sizeof docs_diagnostics_E0012_md},
    {"docs/diagnostics/E0013.md", docs_diagnostics_E0013_md, sizeof docs_diagnostics_E0013_md},
    {"docs/diagnostics/E0014.md", docs_diagnostics_E0014_md, sizeof docs_diagnostics_E0014_md},
    {"docs/diagnostics/E0015.md", docs_diagnostics_E0015_md, sizeof docs_diagnostics_E0015_md},
    {"docs/diagnostics/E0016.md", docs_diagnostics_E0016_md, sizeof docs_diagnostics_E0016_md},
    {"docs/diagnostics/E0017.md", docs_diagnostics_E0017_md, sizeof docs_diagnostics_E0017_md},
    {"docs/diagnostics/E0018.md", docs_diagnostics_E0018_md, sizeof docs_diagnostics_E0018_md},
    {"docs/diagnostics/E0019.md", docs_diagnostics_E0019_md, sizeof docs_diagnostics_E0019_md},
    {"docs/diagnostics/E0020.md", docs_diagnostics_E0020_md, sizeof docs_diagnostics_E0020_md},
    {"docs/diagnostics/E0021.md", docs_diagnostics_E0021_md, sizeof docs_diagnostics_E0021_md},
    {"docs/diagnostics/E0022.md", docs_diagnostics_E0022_md, sizeof docs_diagnostics_E0022_md},
    {"docs/diagnostics/E0023.md", docs_diagnostics_E0023_md, sizeof docs_diagnostics_E0023_md},
    {"docs/diagnostics/E0026.md", docs_diagnostics_E0026_md, sizeof docs_diagnostics_E0026_md},
    {"docs/diagnostics/E0027.md", docs_diagnostics_E0027_md, sizeof docs_diagnostics_E0027_md},
    {"docs/diagnostics/E0101.md", docs_diagnostics_E0101_md, sizeof docs_diagnostics_E0101_md},
    {"docs/diagnostics/E0102.md", docs_diagnostics_E0102_md, sizeof docs_diagnostics_E0102_md},
    {"docs/diagnostics/E0103.md", docs_diagnostics_E0103_md, sizeof docs_diagnostics_E0103_md},
    {"docs/diagnostics/E0104.md", docs_diagnostics_E0104_md, sizeof docs_diagnostics_E0104_md},
    {"docs/diagnostics/E0105.md", docs_diagnostics_E0105_md, sizeof docs_diagnostics_E0105_md},
    {"docs/diagnostics/E0106.md", docs_diagnostics_E0106_md, sizeof docs_diagnostics_E0106_md},
    {"docs/diagnostics/E0107.md", docs_diagnostics_E0107_md, sizeof docs_diagnostics_E0107_md},
    {"docs/diagnostics/E0108.md", docs_diagnostics_E0108_md, sizeof docs_diagnostics_E0108_md},
    {"docs/diagnostics/E0109.md", docs_diagnostics_E0109_md, sizeof docs_diagnostics_E0109_md},
    {"docs/diagnostics/E0110.md", docs_diagnostics_E0110_md, sizeof docs_diagnostics_E0110_md},
    {"docs/diagnostics/E0111.md", docs_diagnostics_E0111_md, sizeof docs_diagnostics_E0111_md},
    {"docs/diagnostics/E0112.md", docs_diagnostics_E0112_md, sizeof docs_diagnostics_E0112_md},
    {"docs/diagnostics/E0113.md", docs_diagnostics_E0113_md, sizeof docs_diagnostics_E0113_md},
    {"docs/diagnostics/E0114.md", docs_diagnostics_E0114_md, sizeof docs_diagnostics_E0114_md},
    {"docs/diagnostics/E0115.md", docs_diagnostics_E0115_md, sizeof docs_diagnostics_E0115_md},
    {"docs/diagnostics/E0116.md", docs_diagnostics_E0116_md, sizeof docs_diagnostics_E0116_md},
    {"docs/diagnostics/E0117.md", docs_diagnostics_E0117_md, sizeof docs_diagnostics_E0117_md},
    {"docs/diagnostics/E0118.md", docs_diagnostics_E0118_md, sizeof docs_diagnostics_E0118_md},
    {"docs/diagnostics/E0119.md", docs_diagnostics_E0119_md, sizeof docs_diagnostics_E0119_md},
    {"docs/diagnostics/E0120.md", docs_diagnostics_E0120_md, sizeof docs_diagnostics_E0120_md},
    {"docs/diagnostics/E0121.md", docs_diagnostics_E0121_md, sizeof docs_diagnostics_E0121_md},
    {"docs/diagnostics/E0122.md", docs_diagnostics_E0122_md, sizeof docs_diagnostics_E0122_md},
    {"docs/diagnostics/E0123.md", docs_diagnostics_E0123_md, sizeof docs_diagnostics_E0123_md},
    {"docs/diagnostics/E0201.md", docs_diagnostics_E0201_md, sizeof docs_diagnostics_E0201_md},
    {"docs/diagnostics/E0202.md", docs_diagnostics_E0202_md, sizeof docs_diagnostics_E0202_md},
    {"docs/diagnostics/E0203.md", docs_diagnostics_E0203_md, sizeof docs_diagnostics_E0203_md},
    {"docs/diagnostics/E0204.md", docs_diagnostics_E0204_md, sizeof docs_diagnostics_E0204_md},
    {"docs/diagnostics/E0205.md", docs_diagnostics_E0205_md, sizeof docs_diagnostics_E0205_md},
    {"docs/diagnostics/E0206.md", docs_diagnostics_E0206_md, sizeof docs_diagnostics_E0206_md},
    {"docs/diagnostics/E0207.md", docs_diagnostics_E0207_md, sizeof docs_diagnostics_E0207_md},
    {"docs/diagnostics/E0208.md", docs_diagnostics_E0208_md, sizeof docs_diagnostics_E0208_md},
    {"docs/diagnostics/E0209.md", docs_diagnostics_E0209_md, sizeof docs_diagnostics_E0209_md},
    {"docs/diagnostics/E0210.md", docs_diagnostics_E0210_md, sizeof docs_diagnostics_E0210_md},
    {"docs/diagnostics/E0211.md", docs_diagnostics_E0211_md, sizeof docs_diagnostics_E0211_md},
    {"docs/diagnostics/E0212.md", docs_diagnostics_E0212_md, sizeof docs_diagnostics_E0212_md},
    {"docs/diagnostics/E0213.md", docs_diagnostics_E0213_md, sizeof docs_diagnostics_E0213_md},
    {"docs/diagnostics/E0214.md", docs_diagnostics_E0214_md, sizeof docs_diagnostics_E0214_md},
    {"docs/diagnostics/E0215.md", docs_diagnostics_E0215_md, sizeof docs_diagnostics_E0215_md},
    {"docs/diagnostics/E0216.md", docs_diagnostics_E0216_md, sizeof docs_diagnostics_E0216_md},
    {"docs/diagnostics/E0218.md", docs_diagnostics_E0218_md, sizeof docs_diagnostics_E0218_md},
    {"docs/diagnostics/E0219.md", docs_diagnostics_E0219_md, sizeof docs_diagnostics_E0219_md},
    {"docs/diagnostics/E0220.md", docs_diagnostics_E0220_md, sizeof docs_diagnostics_E0220_md},
    {"docs/diagnostics/E0301.md", docs_diagnostics_E0301_md, sizeof docs_diagnostics_E0301_md},
    {"docs/diagnostics/E0302.md", docs_diagnostics_E0302_md, sizeof docs_diagnostics_E0302_md},
    {"docs/diagnostics/E0303.md", docs_diagnostics_E0303_md, sizeof docs_diagnostics_E0303_md},
    {"docs/diagnostics/E0304.md", docs_diagnostics_E0304_md, sizeof docs_diagnostics_E0304_md},
    {"docs/diagnostics/E0305.md", docs_diagnostics_E0305_md, sizeof docs_diagnostics_E0305_md},
    {"docs/diagnostics/E0306.md", docs_diagnostics_E0306_md, sizeof docs_diagnostics_E0306_md},
    {"docs/diagnostics/E0307.md", docs_diagnostics_E0307_md, sizeof docs_diagnostics_E0307_md},
    {"docs/diagnostics/E0308.md", docs_diagnostics_E0308_md, sizeof docs_diagnostics_E0308_md},
    {"docs/diagnostics/E0309.md", docs_diagnostics_E0309_md, sizeof docs_diagnostics_E0309_md},
    {"docs/diagnostics/E0310.md", docs_diagnostics_E0310_md, sizeof docs_diagnostics_E0310_md},
    {"docs/diagnostics/E0311.md", docs_diagnostics_E0311_md, sizeof docs_diagnostics_E0311_md},
    {"docs/diagnostics/E0312.md", docs_diagnostics_E0312_md, sizeof docs_diagnostics_E0312_md},
    {"docs/diagnostics/E0313.md", docs_diagnostics_E0313_md, sizeof docs_diagnostics_E0313_md},
    {"docs/diagnostics/E0314.md", docs_diagnostics_E0314_md, sizeof docs_diagnostics_E0314_md},
    {"docs/diagnostics/E0315.md", docs_diagnostics_E0315_md, sizeof docs_diagnostics_E0315_md},
    {"docs/diagnostics/E0316.md", docs_diagnostics_E0316_md, sizeof docs_diagnostics_E0316_md},
    {"docs/diagnostics/E0317.md", docs_diagnostics_E0317_md, sizeof docs_diagnostics_E0317_md},
    {"docs/diagnostics/E0318.md", docs_diagnostics_E0318_md, sizeof docs_diagnostics_E0318_md},
    {"docs/diagnostics/E0319.md", docs_diagnostics_E0319_md, sizeof docs_diagnostics_E0319_md},
    {"docs/diagnostics/E0320.md", docs_diagnostics_E0320_md, sizeof docs_diagnostics_E0320_md},
    {"docs/diagnostics/E0321.md", docs_diagnostics_E0321_md, sizeof docs_diagnostics_E0321_md},
    {"docs/diagnostics/E0322.md", docs_diagnostics_E0322_md, sizeof docs_diagnostics_E0322_md},
    {"docs/diagnostics/E0323.md", docs_diagnostics_E0323_md, sizeof docs_diagnostics_E0323_md},
    {"docs/diagnostics/E0324.md", docs_diagnostics_E0324_md, sizeof docs_diagnostics_E0324_md},
    {"docs/diagnostics/E0325.md", docs_diagnostics_E0325_md, sizeof docs_diagnostics_E0325_md},
    {"docs/diagnostics/E0326.md", docs_diagnostics_E0326_md, sizeof docs_diagnostics_E0326_md},
    {"docs/diagnostics/E0327.md", docs_diagnostics_E0327_md, sizeof docs_diagnostics_E0327_md},
    {"docs/diagnostics/E0328.md", docs_diagnostics_E0328_md, sizeof docs_diagnostics_E0328_md},
    {"docs/diagnostics/E0329.md", docs_diagnostics_E0329_md, sizeof docs_diagnostics_E0329_md},
    {"docs/diagnostics/E0330.md", docs_diagnostics_E0330_md, sizeof docs_diagnostics_E0330_md},
    {"docs/diagnostics/E0331.md", docs_diagnostics_E0331_md, sizeof docs_diagnostics_E0331_md},
    {"docs/diagnostics/E0332.md", docs_diagnostics_E0332_md, sizeof docs_diagnostics_E0332_md},
    {"docs/diagnostics/E0335.md", docs_diagnostics_E0335_md, sizeof docs_diagnostics_E0335_md},
    {"docs/diagnostics/E0336.md", docs_diagnostics_E0336_md, sizeof docs_diagnostics_E0336_md},
    {"docs/diagnostics/E0337.md", docs_diagnostics_E0337_md, sizeof docs_diagnostics_E0337_md},
    {"docs/diagnostics/E0340.md", docs_diagnostics_E0340_md, sizeof docs_diagnostics_E0340_md},
    {"docs/diagnostics/E0341.md", docs_diagnostics_E0341_md, sizeof docs_diagnostics_E0341_md},
    {"docs/diagnostics/E0342.md", docs_diagnostics_E0342_md, sizeof docs_diagnostics_E0342_md},
    {"docs/diagnostics/E0343.md", docs_diagnostics_E0343_md, sizeof docs_diagnostics_E0343_md},
    {"docs/diagnostics/E0344.md", docs_diagnostics_E0344_md, sizeof docs_diagnostics_E0344_md},
    {"docs/diagnostics/E0345.md", docs_diagnostics_E0345_md, sizeof docs_diagnostics_E0345_md},
    {"docs/diagnostics/E0346.md", docs_diagnostics_E0346_md, sizeof docs_diagnostics_E0346_md},
    {"docs/diagnostics/E0347.md", docs_diagnostics_E0347_md, sizeof docs_diagnostics_E0347_md},
    {"docs/diagnostics/E0348.md", docs_diagnostics_E0348_md, sizeof docs_diagnostics_E0348_md},
    {"docs/diagnostics/E0350.md", docs_diagnostics_E0350_md, sizeof docs_diagnostics_E0350_md},
    {"docs/diagnostics/E0351.md", docs_diagnostics_E0351_md, sizeof docs_diagnostics_E0351_md},
    {"docs/diagnostics/E0352.md", docs_diagnostics_E0352_md, sizeof docs_diagnostics_E0352_md},
    {"docs/diagnostics/E0353.md", docs_diagnostics_E0353_md, sizeof docs_diagnostics_E0353_md},
    {"docs/diagnostics/E0401.md", docs_diagnostics_E0401_md, sizeof docs_diagnostics_E0401_md},
    {"docs/diagnostics/E0402.md", docs_diagnostics_E0402_md, sizeof docs_diagnostics_E0402_md},
    {"docs/diagnostics/E0403.md", docs_diagnostics_E0403_md, sizeof docs_diagnostics_E0403_md},
    {"docs/diagnostics/E0404.md", docs_diagnostics_E0404_md, sizeof docs_diagnostics_E0404_md},
    {"docs/diagnostics/E0405.md", docs_diagnostics_E0405_md, sizeof docs_diagnostics_E0405_md},
    {"docs/diagnostics/E0406.md", docs_diagnostics_E0406_md, sizeof docs_diagnostics_E0406_md},
    {"docs/diagnostics/E0407.md", docs_diagnostics_E0407_md, sizeof docs_diagnostics_E0407_md},
    {"docs/diagnostics/E0408.md", docs_diagnostics_E0408_md, sizeof docs_diagnostics_E0408_md},
    {"docs/diagnostics/E0409.md", docs_diagnostics_E0409_md, sizeof docs_diagnostics_E0409_md},
    {"docs/diagnostics/E0410.md", docs_diagnostics_E0410_md, sizeof docs_diagnostics_E0410_md},
    {"docs/diagnostics/E0411.md", docs_diagnostics_E0411_md, sizeof docs_diagnostics_E0411_md},
    {"docs/diagnostics/E0412.md", docs_diagnostics_E0412_md, sizeof docs_diagnostics_E0412_md},
    {"docs/diagnostics/E0413.md", docs_diagnostics_E0413_md, sizeof docs_diagnostics_E0413_md},
    {"docs/diagnostics/E0414.md", docs_diagnostics_E0414_md, sizeof docs_diagnostics_E0414_md},
    {"docs/diagnostics/E0415.md", docs_diagnostics_E0415_md, sizeof docs_diagnostics_E0415_md},
    {"docs/diagnostics/E0416.md", docs_diagnostics_E0416_md, sizeof docs_diagnostics_E0416_md},
    {"docs/diagnostics/E0417.md", docs_diagnostics_E0417_md, sizeof docs_diagnostics_E0417_md},
    {"docs/diagnostics/E0418.md", docs_diagnostics_E0418_md, sizeof docs_diagnostics_E0418_md},
    {"docs/diagnostics/E0450.md", docs_diagnostics_E0450_md, sizeof docs_diagnostics_E0450_md},
    {"docs/diagnostics/E0451.md", docs_diagnostics_E0451_md, sizeof docs_diagnostics_E0451_md},
    {"docs/diagnostics/E0452.md", docs_diagnostics_E0452_md, sizeof docs_diagnostics_E0452_md},
    {"docs/diagnostics/E0453.md", docs_diagnostics_E0453_md, sizeof docs_diagnostics_E0453_md},
    {"docs/diagnostics/E0454.md", docs_diagnostics_E0454_md, sizeof docs_diagnostics_E0454_md},
    {"docs/diagnostics/E0455.md", docs_diagnostics_E0455_md, sizeof docs_diagnostics_E0455_md},
    {"docs/diagnostics/E0456.md", docs_diagnostics_E0456_md, sizeof docs_diagnostics_E0456_md},
    {"docs/diagnostics/E0457.md", docs_diagnostics_E0457_md, sizeof docs_diagnostics_E0457_md},
    {"docs/diagnostics/E0458.md", docs_diagnostics_E0458_md, sizeof docs_diagnostics_E0458_md},
    {"docs/diagnostics/E0459.md", docs_diagnostics_E0459_md, sizeof docs_diagnostics_E0459_md},
    {"docs/diagnostics/E0460.md", docs_diagnostics_E0460_md, sizeof docs_diagnostics_E0460_md},
    {"docs/diagnostics/E0461.md", docs_diagnostics_E0461_md, sizeof docs_diagnostics_E0461_md},
    {"docs/diagnostics/E0462.md", docs_diagnostics_E0462_md, sizeof docs_diagnostics_E0462_md},
    {"docs/diagnostics/E0466.md", docs_diagnostics_E0466_md, sizeof docs_diagnostics_E0466_md},
    {"docs/diagnostics/E0467.md", docs_diagnostics_E0467_md, sizeof docs_diagnostics_E0467_md},
    {"docs/diagnostics/E0468.md", docs_diagnostics_E0468_md, sizeof docs_diagnostics_E0468_md},
    {"docs/diagnostics/E0501.md", docs_diagnostics_E0501_md, sizeof docs_diagnostics_E0501_md},
    {"docs/diagnostics/E0502.md", docs_diagnostics_E0502_md, sizeof docs_diagnostics_E0502_md},
    {"docs/diagnostics/E0503.md", docs_diagnostics_E0503_md, sizeof docs_diagnostics_E0503_md},
    {"docs/diagnostics/E0504.md", docs_diagnostics_E0504_md, sizeof docs_diagnostics_E0504_md},
    {"docs/diagnostics/E0505.md", docs_diagnostics_E0505_md, sizeof docs_diagnostics_E0505_md},
    {"docs/diagnostics/E0506.md", docs_diagnostics_E0506_md, sizeof docs_diagnostics_E0506_md},
    {"docs/diagnostics/E0507.md", docs_diagnostics_E0507_md, sizeof docs_diagnostics_E0507_md},
    {"docs/diagnostics/E0508.md", docs_diagnostics_E0508_md, sizeof docs_diagnostics_E0508_md},
    {"docs/diagnostics/E0509.md", docs_diagnostics_E0509_md, sizeof docs_diagnostics_E0509_md},
    {"docs/diagnostics/E0510.md", docs_diagnostics_E0510_md, sizeof docs_diagnostics_E0510_md},
    {"docs/diagnostics/E0511.md", docs_diagnostics_E0511_md, sizeof docs_diagnostics_E0511_md},
    {"docs/diagnostics/E0512.md", docs_diagnostics_E0512_md, sizeof docs_diagnostics_E0512_md},
    {"docs/diagnostics/E0513.md", docs_diagnostics_E0513_md, sizeof docs_diagnostics_E0513_md},
    {"docs/diagnostics/E0514.md", docs_diagnostics_E0514_md, sizeof docs_diagnostics_E0514_md},
    {"docs/diagnostics/E0515.md", docs_diagnostics_E0515_md, sizeof docs_diagnostics_E0515_md},
    {"docs/diagnostics/E0516.md", docs_diagnostics_E0516_md, sizeof docs_diagnostics_E0516_md},
    {"docs/diagnostics/E0601.md", docs_diagnostics_E0601_md, sizeof docs_diagnostics_E0601_md},
    {"docs/diagnostics/E0602.md", docs_diagnostics_E0602_md, sizeof docs_diagnostics_E0602_md},
    {"docs/diagnostics/E0603.md", docs_diagnostics_E0603_md, sizeof docs_diagnostics_E0603_md},
    {"docs/diagnostics/E0604.md", docs_diagnostics_E0604_md, sizeof docs_diagnostics_E0604_md},
    {"docs/diagnostics/E0605.md", docs_diagnostics_E0605_md, sizeof docs_diagnostics_E0605_md},
    {"docs/diagnostics/E0606.md", docs_diagnostics_E0606_md, sizeof docs_diagnostics_E0606_md},
    {"docs/diagnostics/E0607.md", docs_diagnostics_E0607_md, sizeof docs_diagnostics_E0607_md},
    {"docs/diagnostics/E0608.md", docs_diagnostics_E0608_md, sizeof docs_diagnostics_E0608_md},
    {"docs/diagnostics/E0609.md", docs_diagnostics_E0609_md, sizeof docs_diagnostics_E0609_md},
    {"docs/diagnostics/E0610.md", docs_diagnostics_E0610_md, sizeof docs_diagnostics_E0610_md},
    {"docs/diagnostics/E0611.md", docs_diagnostics_E0611_md, sizeof docs_diagnostics_E0611_md},
    {"docs/diagnostics/E0612.md", docs_diagnostics_E0612_md, sizeof docs_diagnostics_E0612_md},
    {"docs/diagnostics/E0613.md", docs_diagnostics_E0613_md, sizeof docs_diagnostics_E0613_md},
    {"docs/diagnostics/E0614.md", docs_diagnostics_E0614_md, sizeof docs_diagnostics_E0614_md},
    {"docs/diagnostics/E0701.md", docs_diagnostics_E0701_md, sizeof docs_diagnostics_E0701_md},
    {"docs/diagnostics/E0702.md", docs_diagnostics_E0702_md, sizeof docs_diagnostics_E0702_md},
    {"docs/diagnostics/E0703.md", docs_diagnostics_E0703_md, sizeof docs_diagnostics_E0703_md},
    {"docs/diagnostics/E0704.md", docs_diagnostics_E0704_md, sizeof docs_diagnostics_E0704_md},
    {"docs/diagnostics/E0705.md", docs_diagnostics_E0705_md, sizeof docs_diagnostics_E0705_md},
    {"docs/diagnostics/E0706.md", docs_diagnostics_E0706_md, sizeof docs_diagnostics_E0706_md},
    {"docs/diagnostics/E0707.md", docs_diagnostics_E0707_md, sizeof docs_diagnostics_E0707_md},
    {"docs/diagnostics/E0708.md", docs_diagnostics_E0708_md, sizeof docs_diagnostics_E0708_md},
    {"docs/diagnostics/E0709.md", docs_diagnostics_E0709_md, sizeof docs_diagnostics_E0709_md},
    {"docs/diagnostics/E0710.md", docs_diagnostics_E0710_md, sizeof docs_diagnostics_E0710_md},
    {"docs/diagnostics/E0711.md", docs_diagnostics_E0711_md, sizeof docs_diagnostics_E0711_md},
    {"docs/diagnostics/E0712.md", docs_diagnostics_E0712_md, sizeof docs_diagnostics_E0712_md},
    {"docs/diagnostics/E0713.md", docs_diagnostics_E0713_md, sizeof docs_diagnostics_E0713_md},
    {"docs/diagnostics/E0714.md", docs_diagnostics_E0714_md, sizeof docs_diagnostics_E0714_md},
    {"docs/diagnostics/E0715.md", docs_diagnostics_E0715_md, sizeof docs_diagnostics_E0715_md},
    {"docs/diagnostics/E0716.md", docs_diagnostics_E0716_md, sizeof docs_diagnostics_E0716_md},
    {"docs/diagnostics/E0717.md", docs_diagnostics_E0717_md, sizeof docs_diagnostics_E0717_md},
    {"docs/diagnostics/E0718.md", docs_diagnostics_E0718_md, sizeof docs_diagnostics_E0718_md},
    {"docs/diagnostics/E0719.md", docs_diagnostics_E0719_md, sizeof docs_diagnostics_E0719_md},
    {"docs/diagnostics/E0720.md", docs_diagnostics_E0720_md, sizeof docs_diagnostics_E0720_md},
    {"docs/diagnostics/E0721.md", docs_diagnostics_E0721_md, sizeof docs_diagnostics_E0721_md},
    {"docs/diagnostics/E0722.md", docs_diagnostics_E0722_md, sizeof docs_diagnostics_E0722_md},
    {"docs/diagnostics/E0723.md", docs_diagnostics_E0723_md, sizeof docs_diagnostics_E0723_md},
    {"docs/diagnostics/E0724.md", docs_diagnostics_E0724_md, sizeof docs_diagnostics_E0724_md},
    {"docs/diagnostics/E0725.md", docs_diagnostics_E0725_md, sizeof docs_diagnostics_E0725_md},
    {"docs/diagnostics/E0726.md", docs_diagnostics_E0726_md, sizeof docs_diagnostics_E0726_md},
    {"docs/diagnostics/E0733.md", docs_diagnostics_E0733_md, sizeof docs_diagnostics_E0733_md},
    {"docs/diagnostics/E0734.md", docs_diagnostics_E0734_md, sizeof docs_diagnostics_E0734_md},
    {"docs/diagnostics/E0740.md", docs_diagnostics_E0740_md, sizeof docs_diagnostics_E0740_md},
    {"docs/diagnostics/E0741.md", docs_diagnostics_E0741_md, sizeof docs_diagnostics_E0741_md},
    {"docs/diagnostics/E0801.md", docs_diagnostics_E0801_md, sizeof docs_diagnostics_E0801_md},
    {"docs/diagnostics/E0802.md", docs_diagnostics_E0802_md, sizeof docs_diagnostics_E0802_md},
    {"docs/diagnostics/E0803.md", docs_diagnostics_E0803_md, sizeof docs_diagnostics_E0803_md},
    {"docs/diagnostics/E0804.md", docs_diagnostics_E0804_md, sizeof docs_diagnostics_E0804_md},
    {"docs/diagnostics/E0805.md", docs_diagnostics_E0805_md, sizeof docs_diagnostics_E0805_md},
    {"docs/diagnostics/E0806.md", docs_diagnostics_E0806_md, sizeof docs_diagnostics_E0806_md},
    {"docs/diagnostics/E0807.md", docs_diagnostics_E0807_md, sizeof docs_diagnostics_E0807_md},
    {"docs/diagnostics/E0808.md", docs_diagnostics_E0808_md, sizeof docs_diagnostics_E0808_md},
    {"docs/diagnostics/E0809.md", docs_diagnostics_E0809_md, sizeof docs_diagnostics_E0809_md},
    {"docs/diagnostics/E0810.md", docs_diagnostics_E0810_md, sizeof docs_diagnostics_E0810_md},
    {"docs/diagnostics/E0811.md", docs_diagnostics_E0811_md, sizeof docs_diagnostics_E0811_md},
    {"docs/diagnostics/E0812.md", docs_diagnostics_E0812_md, sizeof docs_diagnostics_E0812_md},
    {"docs/diagnostics/E0813.md", docs_diagnostics_E0813_md, sizeof docs_diagnostics_E0813_md},
    {"docs/diagnostics/E0814.md", docs_diagnostics_E0814_md, sizeof docs_diagnostics_E0814_md},
    {"docs/diagnostics/E0815.md", docs_diagnostics_E0815_md, sizeof docs_diagnostics_E0815_md},
    {"docs/diagnostics/E0816.md", docs_diagnostics_E0816_md, sizeof docs_diagnostics_E0816_md},
    {"docs/diagnostics/E0817.md", docs_diagnostics_E0817_md, sizeof docs_diagnostics_E0817_md},
    {"docs/diagnostics/E0818.md", docs_diagnostics_E0818_md, sizeof docs_diagnostics_E0818_md},
    {"docs/diagnostics/E0819.md", docs_diagnostics_E0819_md, sizeof docs_diagnostics_E0819_md},
    {"docs/diagnostics/E0822.md", docs_diagnostics_E0822_md, sizeof docs_diagnostics_E0822_md},
    {"docs/diagnostics/E0823.md", docs_diagnostics_E0823_md, sizeof docs_diagnostics_E0823_md},
    {"docs/diagnostics/E0824.md", docs_diagnostics_E0824_md, sizeof docs_diagnostics_E0824_md},
    {"docs/diagnostics/E0825.md", docs_diagnostics_E0825_md, sizeof docs_diagnostics_E0825_md},
    {"docs/diagnostics/E0830.md", docs_diagnostics_E0830_md, sizeof docs_diagnostics_E0830_md},
    {"docs/diagnostics/E0831.md", docs_diagnostics_E0831_md, sizeof docs_diagnostics_E0831_md},
    {"docs/diagnostics/E0832.md", docs_diagnostics_E0832_md, sizeof docs_diagnostics_E0832_md},
    {"docs/diagnostics/E0833.md", docs_diagnostics_E0833_md, sizeof docs_diagnostics_E0833_md},
    {"docs/diagnostics/E0834.md", docs_diagnostics_E0834_md, sizeof docs_diagnostics_E0834_md},
    {"docs/diagnostics/E0835.md", docs_diagnostics_E0835_md, sizeof docs_diagnostics_E0835_md},
    {"docs/diagnostics/E0836.md", docs_diagnostics_E0836_md, sizeof docs_diagnostics_E0836_md},
    {"docs/diagnostics/E0837.md", docs_diagnostics_E0837_md, sizeof docs_diagnostics_E0837_md},
    {"docs/diagnostics/E0838.md", docs_diagnostics_E0838_md, sizeof docs_diagnostics_E0838_md},
    {"docs/diagnostics/E0839.md", docs_diagnostics_E0839_md, sizeof docs_diagnostics_E0839_md},
    {"docs/diagnostics/E0840.md", docs_diagnostics_E0840_md, sizeof docs_diagnostics_E0840_md},
    {"docs/diagnostics/E0841.md", docs_diagnostics_E0841_md, sizeof docs_diagnostics_E0841_md},
    {"docs/diagnostics/E0842.md", docs_diagnostics_E0842_md, sizeof docs_diagnostics_E0842_md},
    {"docs/diagnostics/E0843.md", docs_diagnostics_E0843_md, sizeof docs_diagnostics_E0843_md},
    {"docs/diagnostics/E0844.md", docs_diagnostics_E0844_md, sizeof docs_diagnostics_E0844_md},
    {"docs/diagnostics/E0845.md", docs_diagnostics_E0845_md, sizeof docs_diagnostics_E0845_md},
    {"docs/diagnostics/E0846.md", docs_diagnostics_E0846_md, sizeof docs_diagnostics_E0846_md},
    {"docs/diagnostics/E0847.md", docs_diagnostics_E0847_md, sizeof docs_diagnostics_E0847_md},
    {"docs/diagnostics/E0848.md", docs_diagnostics_E0848_md, sizeof docs_diagnostics_E0848_md},
    {"docs/diagnostics/E0849.md", docs_diagnostics_E0849_md, sizeof docs_diagnostics_E0849_md},
    {"docs/diagnostics/E0850.md", docs_diagnostics_E0850_md, sizeof docs_diagnostics_E0850_md},
    {"docs/diagnostics/E0851.md", docs_diagnostics_E0851_md, sizeof docs_diagnostics_E0851_md},
    {"docs/diagnostics/E0852.md", docs_diagnostics_E0852_md, sizeof docs_diagnostics_E0852_md},
    {"docs/diagnostics/E0853.md", docs_diagnostics_E0853_md, sizeof docs_diagnostics_E0853_md},
    {"docs/diagnostics/E0854.md", docs_diagnostics_E0854_md, sizeof docs_diagnostics_E0854_md},
    {"docs/diagnostics/E0855.md", docs_diagnostics_E0855_md, sizeof docs_diagnostics_E0855_md},
    {"docs/diagnostics/E0860.md", docs_diagnostics_E0860_md, sizeof docs_diagnostics_E0860_md},
    {"docs/diagnostics/E0861.md", docs_diagnostics_E0861_md, sizeof docs_diagnostics_E0861_md},
    {"docs/diagnostics/E0862.md", docs_diagnostics_E0862_md, sizeof docs_diagnostics_E0862_md},
    {"docs/diagnostics/E0870.md", docs_diagnostics_E0870_md, sizeof docs_diagnostics_E0870_md},
    {"docs/diagnostics/E0871.md", docs_diagnostics_E0871_md, sizeof docs_diagnostics_E0871_md},
    {"docs/diagnostics/E0872.md", docs_diagnostics_E0872_md, sizeof docs_diagnostics_E0872_md},
    {"docs/diagnostics/E0873.md", docs_diagnostics_E0873_md, sizeof docs_diagnostics_E0873_md},
    {"docs/diagnostics/E0880.md", docs_diagnostics_E0880_md, sizeof docs_diagnostics_E0880_md},
    {"docs/diagnostics/E0881.md", docs_diagnostics_E0881_md, sizeof docs_diagnostics_E0881_md},
    {"docs/diagnostics/E0882.md", docs_diagnostics_E0882_md, sizeof docs_diagnostics_E0882_md},
    {"docs/diagnostics/E0883.md", docs_diagnostics_E0883_md, sizeof docs_diagnostics_E0883_md},
    {"docs/diagnostics/E0884.md", docs_diagnostics_E0884_md, sizeof docs_diagnostics_E0884_md},
    {"docs/diagnostics/E0885.md", docs_diagnostics_E0885_md, sizeof docs_diagnostics_E0885_md},
    {"docs/diagnostics/E0901.md", docs_diagnostics_E0901_md, sizeof docs_diagnostics_E0901_md},
    {"docs/diagnostics/E0902.md", docs_diagnostics_E0902_md, sizeof docs_diagnostics_E0902_md},
    {"docs/diagnostics/E0903.md", docs_diagnostics_E0903_md, sizeof docs_diagnostics_E0903_md},
    {"docs/diagnostics/E0904.md", docs_diagnostics_E0904_md, sizeof docs_diagnostics_E0904_md},
    {"docs/diagnostics/E0905.md", docs_diagnostics_E0905_md, sizeof docs_diagnostics_E0905_md},
    {"docs/diagnostics/E0906.md", docs_diagnostics_E0906_md, sizeof docs_diagnostics_E0906_md},
    {"docs/diagnostics/E0907.md", docs_diagnostics_E0907_md, sizeof docs_diagnostics_E0907_md},
    {"docs/diagnostics/E0908.md", docs_diagnostics_E0908_md, sizeof docs_diagnostics_E0908_md},
    {"docs/diagnostics/E0909.md", docs_diagnostics_E0909_md, sizeof docs_diagnostics_E0909_md},
    {"docs/diagnostics/E0910.md", docs_diagnostics_E0910_md, sizeof docs_diagnostics_E0910_md},
    {"docs/diagnostics/E0911.md", docs_diagnostics_E0911_md, sizeof docs_diagnostics_E0911_md},
    {"docs/diagnostics/E0912.md", docs_diagnostics_E0912_md, sizeof docs_diagnostics_E0912_md},
    {"docs/diagnostics/E0913.md", docs_diagnostics_E0913_md, sizeof docs_diagnostics_E0913_md},
    {"docs/diagnostics/E0914.md", docs_diagnostics_E0914_md, sizeof docs_diagnostics_E0914_md},
    {"docs/diagnostics/E0981.md", docs_diagnostics_E0981_md, sizeof docs_diagnostics_E0981_md},
    {"docs/diagnostics/E0982.md", docs_diagnostics_E0982_md, sizeof docs_diagnostics_E0982_md},
    {"docs/diagnostics/E0983.md", docs_diagnostics_E0983_md, sizeof docs_diagnostics_E0983_md},
    {"docs/diagnostics/E0984.md", docs_diagnostics_E0984_md, sizeof docs_diagnostics_E0984_md},
    {"docs/diagnostics/E1001.md", docs_diagnostics_E1001_md, sizeof docs_diagnostics_E1001_md},
    {"docs/diagnostics/E1002.md", docs_diagnostics_E1002_md, sizeof docs_diagnostics_E1002_md},
    {"docs/diagnostics/E1003.md", docs_diagnostics_E1003_md, sizeof docs_diagnostics_E1003_md},
    {"docs/diagnostics/E1004.md", docs_diagnostics_E1004_md, sizeof docs_diagnostics_E1004_md},
    {"docs/diagnostics/E1005.md", docs_diagnostics_E1005_md, sizeof docs_diagnostics_E1005_md},
    {"docs/diagnostics/E1006.md", docs_diagnostics_E1006_md, sizeof docs_diagnostics_E1006_md},
    {"docs/diagnostics/E1007.md", docs_diagnostics_E1007_md, sizeof docs_diagnostics_E1007_md},
    {"docs/diagnostics/E1008.md", docs_diagnostics_E1008_md, sizeof docs_diagnostics_E1008_md},
    {"docs/diagnostics/E1009.md", docs_diagnostics_E1009_md, sizeof docs_diagnostics_E1009_md},
    {"docs/diagnostics/E1010.md", docs_diagnostics_E1010_md, sizeof docs_diagnostics_E1010_md},
    {"docs/diagnostics/E1011.md", docs_diagnostics_E1011_md, sizeof docs_diagnostics_E1011_md},
    {"docs/diagnostics/E1012.md", docs_diagnostics_E1012_md, sizeof docs_diagnostics_E1012_md},
    {"docs/diagnostics/E1013.md", docs_diagnostics_E1013_md, sizeof docs_diagnostics_E1013_md},
    {"docs/diagnostics/E1020.md", docs_diagnostics_E1020_md, sizeof docs_diagnostics_E1020_md},
    {"docs/diagnostics/E1021.md", docs_diagnostics_E1021_md, sizeof docs_diagnostics_E1021_md},
    {"docs/diagnostics/E1022.md", docs_diagnostics_E1022_md, sizeof docs_diagnostics_E1022_md},
    {"docs/diagnostics/E1023.md", docs_diagnostics_E1023_md, sizeof docs_diagnostics_E1023_md},
    {"docs/diagnostics/L0101.md", docs_diagnostics_L0101_md, sizeof docs_diagnostics_L0101_md},
    {"docs/diagnostics/L0102.md", docs_diagnostics_L0102_md, sizeof docs_diagnostics_L0102_md},
    {"docs/diagnostics/L0103.md", docs_diagnostics_L0103_md, sizeof docs_diagnostics_L0103_md},
    {"docs/diagnostics/L0104.md", docs_diagnostics_L0104_md, sizeof docs_diagnostics_L0104_md},
    {"docs/diagnostics/L0105.md", docs_diagnostics_L0105_md, sizeof docs_diagnostics_L0105_md},
    {"docs/diagnostics/L0106.md", docs_diagnostics_L0106_md, sizeof docs_diagnostics_L0106_md},
    {"docs/diagnostics/L0107.md", docs_diagnostics_L0107_md, sizeof docs_diagnostics_L0107_md},
    {"docs/diagnostics/L0108.md", docs_diagnostics_L0108_md, sizeof docs_diagnostics_L0108_md},
    {"docs/diagnostics/L0109.md", docs_diagnostics_L0109_md, sizeof docs_diagnostics_L0109_md},
    {"docs/diagnostics/L0110.md", docs_diagnostics_L0110_md, sizeof docs_diagnostics_L0110_md},
    {"docs/diagnostics/L0111.md", docs_diagnostics_L0111_md, sizeof docs_diagnostics_L0111_md},
    {"docs/diagnostics/L0112.md", docs_diagnostics_L0112_md, sizeof docs_diagnostics_L0112_md},
    {"docs/diagnostics/L0201.md", docs_diagnostics_L0201_md, sizeof docs_diagnostics_L0201_md},
    {"docs/diagnostics/L0202.md", docs_diagnostics_L0202_md, sizeof docs_diagnostics_L0202_md},
    {"docs/diagnostics/L0203.md", docs_diagnostics_L0203_md, sizeof docs_diagnostics_L0203_md},
    {"docs/diagnostics/L0204.md", docs_diagnostics_L0204_md, sizeof docs_diagnostics_L0204_md},
    {"docs/diagnostics/L0205.md", docs_diagnostics_L0205_md, sizeof docs_diagnostics_L0205_md},
    {"docs/diagnostics/L0206.md", docs_diagnostics_L0206_md, sizeof docs_diagnostics_L0206_md},
    {"docs/diagnostics/L0207.md", docs_diagnostics_L0207_md, sizeof docs_diagnostics_L0207_md},
    {"docs/diagnostics/L0208.md", docs_diagnostics_L0208_md, sizeof docs_diagnostics_L0208_md},
    {"docs/diagnostics/L0301.md", docs_diagnostics_L0301_md, sizeof docs_diagnostics_L0301_md},
    {"docs/diagnostics/L0302.md", docs_diagnostics_L0302_md, sizeof docs_diagnostics_L0302_md},
    {"docs/diagnostics/L0303.md", docs_diagnostics_L0303_md, sizeof docs_diagnostics_L0303_md},
    {"docs/diagnostics/L0304.md", docs_diagnostics_L0304_md, sizeof docs_diagnostics_L0304_md},
    {"docs/diagnostics/L0305.md", docs_diagnostics_L0305_md, sizeof docs_diagnostics_L0305_md},
    {"docs/diagnostics/L0306.md", docs_diagnostics_L0306_md, sizeof docs_diagnostics_L0306_md},
    {"docs/diagnostics/L0307.md", docs_diagnostics_L0307_md, sizeof docs_diagnostics_L0307_md},
    {"docs/diagnostics/L0401.md", docs_diagnostics_L0401_md, sizeof docs_diagnostics_L0401_md},
    {"docs/diagnostics/L0402.md", docs_diagnostics_L0402_md, sizeof docs_diagnostics_L0402_md},
    {"docs/diagnostics/L0403.md", docs_diagnostics_L0403_md, sizeof docs_diagnostics_L0403_md},
    {"docs/diagnostics/L0404.md", docs_diagnostics_L0404_md, sizeof docs_diagnostics_L0404_md},
    {"docs/diagnostics/L0405.md", docs_diagnostics_L0405_md, sizeof docs_diagnostics_L0405_md},
    {"docs/diagnostics/L0901.md", docs_diagnostics_L0901_md, sizeof docs_diagnostics_L0901_md},
    {"docs/diagnostics/L0902.md", docs_diagnostics_L0902_md, sizeof docs_diagnostics_L0902_md},
    {"docs/diagnostics/W0190.md", docs_diagnostics_W0190_md, sizeof docs_diagnostics_W0190_md},
    {"docs/diagnostics/W0401.md", docs_diagnostics_W0401_md, sizeof docs_diagnostics_W0401_md},
    {"docs/diagnostics/W0402.md", docs_diagnostics_W0402_md, sizeof docs_diagnostics_W0402_md},
    {"docs/diagnostics/W0403.md", docs_diagnostics_W0403_md, sizeof docs_diagnostics_W0403_md},
    {"docs/diagnostics/W0404.md", docs_diagnostics_W0404_md, sizeof docs_diagnostics_W0404_md},
    {"docs/diagnostics/W0405.md", docs_diagnostics_W0405_md, sizeof docs_diagnostics_W0405_md},
    {"docs/diagnostics/W0601.md", docs_diagnostics_W0601_md, sizeof docs_diagnostics_W0601_md},
    {"docs/diagnostics/W0701.md", docs_diagnostics_W0701_md, sizeof docs_diagnostics_W0701_md},
    {"docs/diagnostics/W0702.md", docs_diagnostics_W0702_md, sizeof docs_diagnostics_W0702_md},
    {"docs/diagnostics/W0703.md", docs_diagnostics_W0703_md, sizeof docs_diagnostics_W0703_md},
    {"docs/diagnostics/W0801.md", docs_diagnostics_W0801_md, sizeof docs_diagnostics_W0801_md},
    {"docs/diagnostics/W0870.md", docs_diagnostics_W0870_md, sizeof docs_diagnostics_W0870_md},
    {"stdlib/api/json.epic", stdlib_api_json_epic, sizeof stdlib_api_json_epic},
    {"stdlib/canary/cohorts.epic", stdlib_canary_cohorts_epic, sizeof stdlib_canary_cohorts_epic},
    {"stdlib/cdn/shield.epic", stdlib_cdn_shield_epic, sizeof stdlib_cdn_shield_epic},
    {"stdlib/geo/continents.epic", stdlib_geo_continents_epic, sizeof stdlib_geo_continents_epic},
    {"stdlib/geo/groups.epic", stdlib_geo_groups_epic, sizeof stdlib_geo_groups_epic},
    {"stdlib/grpc/service.epic", stdlib_grpc_service_epic, sizeof stdlib_grpc_service_epic},
    {"stdlib/health/upstreams.epic", stdlib_health_upstreams_epic, sizeof stdlib_health_upstreams_epic},
    {"stdlib/security/headers.epic", stdlib_security_headers_epic, sizeof stdlib_security_headers_epic},
    {"stdlib/tcp/service.epic", stdlib_tcp_service_epic, sizeof stdlib_tcp_service_epic},
    {"stdlib/tls/passthrough.epic", stdlib_tls_passthrough_epic, sizeof stdlib_tls_passthrough_epic},
    {"stdlib/web/site.epic", stdlib_web_site_epic, sizeof stdlib_web_site_epic},
    {0, 0, 0},
};
