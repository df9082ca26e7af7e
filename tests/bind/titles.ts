// Titles of all kinds of bodies, made up from real place names in the wordings and misprints that published titles show.
// No report behind them: only who says it reports on what.

/** A title and what it says. */
export interface KnownTitle {
  /** Lines, separated by `/`. */
  readonly printed: string;
  readonly agency: string;
  readonly year: number;
  readonly level: string;
  /** Names from the province down to the division whose code is wanted, separated by spaces; empty for none. */
  readonly region: string;
  readonly unitType: string;
}

/** printed | agency | year | level | region | unit type */
const TABLE = `
中华人民共和国教育部2023年政府信息公开工作年度报告 | 中华人民共和国教育部 | 2023 | central | | department
教育部2022年政府信息公开工作年度报告 | 教育部 | 2022 | central | | department
财政部/2021年政府信息公开工作年度报告 | 财政部 | 2021 | central | | department
国家发展和改革委员会2023年政府信息公开工作年度报告 | 国家发展和改革委员会 | 2023 | central | | department
国家发展改革委2022年政府信息公开工作年度报告 | 国家发展改革委 | 2022 | central | | department
海关总署2023年政府信息公开工作年度报告 | 海关总署 | 2023 | central | | department
国家税务总局2023年政府信息公开工作年度报告 | 国家税务总局 | 2023 | central | | department
国家市场监督管理总局2022年政府信息公开工作年度报告 | 国家市场监督管理总局 | 2022 | central | | department
中国人民银行2023年政府信息公开工作年度报告 | 中国人民银行 | 2023 | central | | department
国务院国有资产监督管理委员会2023年度政府信息公开工作年度报告 | 国务院国有资产监督管理委员会 | 2023 | central | | department
中国证券监督管理委员会2021年政府信息公开工作年度报告 | 中国证券监督管理委员会 | 2021 | central | | department
审计署2020年政府信息公开工作年度报告 | 审计署 | 2020 | central | | department
国家统计局2024年政府信息公开工作年度报告 | 国家统计局 | 2024 | central | | department
中国气象局2023年政府信息公开工作年度报告 | 中国气象局 | 2023 | central | | department
国家林业和草原局政府信息公开工作2022年度报告 | 国家林业和草原局 | 2022 | central | | department
人力资源社会保障部2023年政府信息公开工作年度报告 | 人力资源社会保障部 | 2023 | central | | department
江苏省人民政府2023年政府信息公开工作年度报告 | 江苏省人民政府 | 2023 | province | 江苏省 | government_province
江苏省2023年政府信息公开工作年度报告 | 江苏省 | 2023 | province | 江苏省 | government_province
新疆维吾尔自治区人民政府2022年政府信息公开工作年度报告 | 新疆维吾尔自治区人民政府 | 2022 | province | 新疆维吾尔自治区 | government_province
广西壮族自治区2021年政府信息公开工作年度报告 | 广西壮族自治区 | 2021 | province | 广西壮族自治区 | government_province
北京市人民政府2024年政府信息公开工作年度报告 | 北京市人民政府 | 2024 | province | 北京市 | government_province
重庆市2023年政府信息公开工作年度报告 | 重庆市 | 2023 | province | 重庆市 | government_province
上海市人民政府办公厅/2019年政府信息公开工作年度报告 | 上海市人民政府办公厅 | 2019 | province | 上海市 | gov_office
浙江省人民政府办公厅2021年政府信息公开工作年度报告 | 浙江省人民政府办公厅 | 2021 | province | 浙江省 | gov_office
内蒙古自治区人民政府办公厅2022年政府信息公开工作年度报告 | 内蒙古自治区人民政府办公厅 | 2022 | province | 内蒙古自治区 | gov_office
山东省教育厅2023年政府信息公开工作年度报告 | 山东省教育厅 | 2023 | province | 山东省 | department
河南省发展和改革委员会2022年政府信息公开工作年度报告 | 河南省发展和改革委员会 | 2022 | province | 河南省 | department
西藏自治区生态环境厅2023年政府信息公开工作年度报告 | 西藏自治区生态环境厅 | 2023 | province | 西藏自治区 | department
宁夏回族自治区水利厅2020年政府信息公开工作年度报告 | 宁夏回族自治区水利厅 | 2020 | province | 宁夏回族自治区 | department
天津市规划和自然资源局2023年政府信息公开工作年度报告 | 天津市规划和自然资源局 | 2023 | province | 天津市 | department
海南省市场监督管理局2021年度政府信息公开工作年度报告 | 海南省市场监督管理局 | 2021 | province | 海南省 | department
黑龙江省农业农村厅关于2022年政府信息公开工作情况的报告 | 黑龙江省农业农村厅 | 2022 | province | 黑龙江省 | department
贵州省2022年政府信息公开工作年度报告 | 贵州省 | 2022 | province | 贵州省 | government_province
淮安市人民政府2024年政府信息公开工作年度报告 | 淮安市人民政府 | 2024 | prefecture | 江苏省 淮安市 | government_prefecture
宿迁市2023年政府信息公开工作年度报告 | 宿迁市 | 2023 | prefecture | 江苏省 宿迁市 | government_prefecture
宿迁市/2024年政府信息公开工作年度报告 | 宿迁市 | 2024 | prefecture | 江苏省 宿迁市 | government_prefecture
广东省深圳市人民政府2023年政府信息公开工作年度报告 | 广东省深圳市人民政府 | 2023 | prefecture | 广东省 深圳市 | government_prefecture
延边朝鲜族自治州人民政府2022年政府信息公开工作年度报告 | 延边朝鲜族自治州人民政府 | 2022 | prefecture | 吉林省 延边朝鲜族自治州 | government_prefecture
恩施州2021年政府信息公开工作年度报告 | 恩施州 | 2021 | prefecture | 湖北省 恩施土家族苗族自治州 | government_prefecture
恩施土家族苗族自治州人民政府2020年政府信息公开工作年度报告 | 恩施土家族苗族自治州人民政府 | 2020 | prefecture | 湖北省 恩施土家族苗族自治州 | government_prefecture
大兴安岭地区行政公署2023年政府信息公开工作年度报告 | 大兴安岭地区行政公署 | 2023 | prefecture | 黑龙江省 大兴安岭地区 | government_prefecture
锡林郭勒盟行政公署2022年政府信息公开工作年度报告 | 锡林郭勒盟行政公署 | 2022 | prefecture | 内蒙古自治区 锡林郭勒盟 | government_prefecture
阿拉善盟2023年政府信息公开工作年度报告 | 阿拉善盟 | 2023 | prefecture | 内蒙古自治区 阿拉善盟 | government_prefecture
东莞市人民政府2021年政府信息公开工作年度报告 | 东莞市人民政府 | 2021 | prefecture | 广东省 东莞市 | government_prefecture
淮安市人民政府办公室2023年政府信息公开工作年度报告 | 淮安市人民政府办公室 | 2023 | prefecture | 江苏省 淮安市 | gov_office
广州市人民政府办公厅2023年政府信息公开工作年度报告 | 广州市人民政府办公厅 | 2023 | prefecture | 广东省 广州市 | gov_office
威海市工业和信息化局2022年政府信息公开工作年度报告 | 威海市工业和信息化局 | 2022 | prefecture | 山东省 威海市 | department
威海市城市管理局2022年政府信息公开工作年度报告 | 威海市城市管理局 | 2022 | prefecture | 山东省 威海市 | department
成都市住房和城乡建设局/2023年政府信息公开工作年度报告 | 成都市住房和城乡建设局 | 2023 | prefecture | 四川省 成都市 | department
武汉市水务局2018年政府信息公开工作年度报告 | 武汉市水务局 | 2018 | prefecture | 湖北省 武汉市 | department
长沙市卫生健康委员会2021年政府信息公开工作年度报告 | 长沙市卫生健康委员会 | 2021 | prefecture | 湖南省 长沙市 | department
无锡市国有资产监督管理委员会2021年度政府信息公开工作年度报告 | 无锡市国有资产监督管理委员会 | 2021 | prefecture | 江苏省 无锡市 | department
杭州市住房公积金管理中心2023年政府信息公开工作年度报告 | 杭州市住房公积金管理中心 | 2023 | prefecture | 浙江省 杭州市 | department
苏州市人民防空办公室2022年政府信息公开工作年度报告 | 苏州市人民防空办公室 | 2022 | prefecture | 江苏省 苏州市 | department
宁波市国防动员办公室2023年政府信息公开工作年度报告 | 宁波市国防动员办公室 | 2023 | prefecture | 浙江省 宁波市 | department
南昌市信访局2023年政府信息公开年度报告 | 南昌市信访局 | 2023 | prefecture | 江西省 南昌市 | department
洪泽区人民政府/2023 年政府信息公开工作年度报告 | 洪泽区人民政府 | 2023 | county | 江苏省 淮安市 洪泽区 | government_county
淮安市洪泽区人民政府/2024年政府信息公开工作年度报告 | 淮安市洪泽区人民政府 | 2024 | county | 江苏省 淮安市 洪泽区 | government_county
江苏省淮安市洪泽区人民政府2024年政府信息公开工作年度报告 | 江苏省淮安市洪泽区人民政府 | 2024 | county | 江苏省 淮安市 洪泽区 | government_county
沭阳县人民政府2022年政府信息公开工作年度报告 | 沭阳县人民政府 | 2022 | county | 江苏省 宿迁市 沭阳县 | government_county
昆山市人民政府2023年政府信息公开工作年度报告 | 昆山市人民政府 | 2023 | county | 江苏省 苏州市 昆山市 | government_county
北京市海淀区人民政府2022年政府信息公开工作年度报告 | 北京市海淀区人民政府 | 2022 | county | 北京市 海淀区 | government_county
上海市浦东新区人民政府2023年政府信息公开工作年度报告 | 上海市浦东新区人民政府 | 2023 | county | 上海市 浦东新区 | government_county
上海市浦东新区2023年政府信息公开工作年度报告 | 上海市浦东新区 | 2023 | county | 上海市 浦东新区 | government_county
重庆市城口县人民政府2021年政府信息公开工作年度报告 | 重庆市城口县人民政府 | 2021 | county | 重庆市 城口县 | government_county
积石山保安族东乡族撒拉族自治县人民政府2023年政府信息公开工作年度报告 | 积石山保安族东乡族撒拉族自治县人民政府 | 2023 | county | 甘肃省 临夏回族自治州 积石山保安族东乡族撒拉族自治县 | government_county
双江拉祜族佤族布朗族傣族自治县人民政府2022年政府信息公开工作年度报告 | 双江拉祜族佤族布朗族傣族自治县人民政府 | 2022 | county | 云南省 临沧市 双江拉祜族佤族布朗族傣族自治县 | government_county
景宁畲族自治县2023年政府信息公开工作年度报告 | 景宁畲族自治县 | 2023 | county | 浙江省 丽水市 景宁畲族自治县 | government_county
鄂托克旗人民政府2023年政府信息公开工作年度报告 | 鄂托克旗人民政府 | 2023 | county | 内蒙古自治区 鄂尔多斯市 鄂托克旗 | government_county
鄂伦春自治旗人民政府2022年政府信息公开工作年度报告 | 鄂伦春自治旗人民政府 | 2022 | county | 内蒙古自治区 呼伦贝尔市 鄂伦春自治旗 | government_county
河南省济源市人民政府2021年政府信息公开工作年度报告 | 河南省济源市人民政府 | 2021 | county | 河南省 济源市 | government_county
鼓楼区人民政府2023年政府信息公开工作年度报告 | 鼓楼区人民政府 | 2023 | county | | government_county
南京市鼓楼区人民政府2023年政府信息公开工作年度报告 | 南京市鼓楼区人民政府 | 2023 | county | 江苏省 南京市 鼓楼区 | government_county
徐州市鼓楼区2022年政府信息公开工作年度报告 | 徐州市鼓楼区 | 2022 | county | 江苏省 徐州市 鼓楼区 | government_county
福州市鼓楼区人民政府办公室2023年政府信息公开工作年度报告 | 福州市鼓楼区人民政府办公室 | 2023 | county | 福建省 福州市 鼓楼区 | gov_office
朝阳区人民政府2021年政府信息公开工作年度报告 | 朝阳区人民政府 | 2021 | county | | government_county
长春市朝阳区人民政府2022年政府信息公开工作年度报告 | 长春市朝阳区人民政府 | 2022 | county | 吉林省 长春市 朝阳区 | government_county
朝阳市人民政府2022年政府信息公开工作年度报告 | 朝阳市人民政府 | 2022 | prefecture | 辽宁省 朝阳市 | government_prefecture
朝阳县人民政府2022年政府信息公开工作年度报告 | 朝阳县人民政府 | 2022 | county | 辽宁省 朝阳市 朝阳县 | government_county
西湖区人民政府2023年政府信息公开工作年度报告 | 西湖区人民政府 | 2023 | county | | government_county
杭州市西湖区人民政府2023年政府信息公开工作年度报告 | 杭州市西湖区人民政府 | 2023 | county | 浙江省 杭州市 西湖区 | government_county
沭阳县发展和改革局关于2022年度政府信息公开情况的报告 | 沭阳县发展和改革局 | 2022 | county | 江苏省 宿迁市 沭阳县 | department
洪泽区教育体育局2021年政府信息公开工作年度报告 | 洪泽区教育体育局 | 2021 | county | 江苏省 淮安市 洪泽区 | department
淮安市洪泽区乡村振兴局2022年政府信息公开工作年度报告 | 淮安市洪泽区乡村振兴局 | 2022 | county | 江苏省 淮安市 洪泽区 | department
北京市海淀区城市管理委员会2023年政府信息公开工作年度报告 | 北京市海淀区城市管理委员会 | 2023 | county | 北京市 海淀区 | department
南京市鼓楼区审计局2020年政府信息公开工作年度报告 | 南京市鼓楼区审计局 | 2020 | county | 江苏省 南京市 鼓楼区 | department
昆山市退役军人事务局2023年政府信息公开工作年度报告 | 昆山市退役军人事务局 | 2023 | county | 江苏省 苏州市 昆山市 | department
赣榆区统计局2023年政府信息公开工作年度报告 | 赣榆区统计局 | 2023 | county | 江苏省 连云港市 赣榆区 | department
固镇县市场监督管理局2022年政府信息公开工作年度报告 | 固镇县市场监督管理局 | 2022 | county | 安徽省 蚌埠市 固镇县 | department
沭阳县人民政府办公室2022年政府信息公开工作年度报告 | 沭阳县人民政府办公室 | 2022 | county | 江苏省 宿迁市 沭阳县 | gov_office
宁国市应急管理局2023年政府信息公开工作年度报告 | 宁国市应急管理局 | 2023 | county | 安徽省 宣城市 宁国市 | department
海城市西柳镇人民政府2023年政府信息公开工作年度报告 | 海城市西柳镇人民政府 | 2023 | township | 辽宁省 鞍山市 海城市 | government_township
昌图县七家子镇2023年政府信息公开 工作告年度报 | 昌图县七家子镇 | 2023 | township | 辽宁省 铁岭市 昌图县 | government_township
昌图县七家子镇人民政府/2023年政府信息公开工作年度报告 | 昌图县七家子镇人民政府 | 2023 | township | 辽宁省 铁岭市 昌图县 | government_township
万潮镇2023年政府信息公开工作年度报告 | 万潮镇 | 2023 | township | | government_township
太平镇人民政府2022年政府信息公开工作年度报告 | 太平镇人民政府 | 2022 | township | | government_township
沭阳县悦来镇人民政府2022年度政府信息公开工作年度报告 | 沭阳县悦来镇人民政府 | 2022 | township | 江苏省 宿迁市 沭阳县 | government_township
淮安市洪泽区老子山镇人民政府2023年政府信息公开工作年度报告 | 淮安市洪泽区老子山镇人民政府 | 2023 | township | 江苏省 淮安市 洪泽区 | government_township
淳安县左口乡人民政府2021年政府信息公开工作年度报告 | 淳安县左口乡人民政府 | 2021 | township | 浙江省 杭州市 淳安县 | government_township
景宁畲族自治县东坑镇人民政府2023年政府信息公开工作年度报告 | 景宁畲族自治县东坑镇人民政府 | 2023 | township | 浙江省 丽水市 景宁畲族自治县 | government_township
青田县小舟山乡2022年政府信息公开工作年度报告 | 青田县小舟山乡 | 2022 | township | 浙江省 丽水市 青田县 | government_township
东莞市虎门镇人民政府2022年政府信息公开工作年度报告 | 东莞市虎门镇人民政府 | 2022 | township | 广东省 东莞市 | government_township
义乌市福田街道办事处2022年政府信息公开工作年度报告 | 义乌市福田街道办事处 | 2022 | township | 浙江省 金华市 义乌市 | subdistrict
北京市海淀区中关村街道办事处2023年政府信息公开工作年度报告 | 北京市海淀区中关村街道办事处 | 2023 | township | 北京市 海淀区 | subdistrict
朝阳区建外街道2022年政府信息公开工作年度报告 | 朝阳区建外街道 | 2022 | township | | subdistrict
南京市建邺区双闸街道办事处/2023年政府信息公开工作年度报告 | 南京市建邺区双闸街道办事处 | 2023 | township | 江苏省 南京市 建邺区 | subdistrict
洪泽区高良涧街道2021年政府信息公开工作年度报告 | 洪泽区高良涧街道 | 2021 | township | 江苏省 淮安市 洪泽区 | subdistrict
北京市丰台区方庄地区办事处2021年政府信息公开工作年度报告 | 北京市丰台区方庄地区办事处 | 2021 | township | 北京市 丰台区 | subdistrict
建章路街道办事处2022年政府信息公开工作年度报告 | 建章路街道办事处 | 2022 | township | | subdistrict
淮安经济技术开发区管理委员会2023年政府信息公开工作年度报告 | 淮安经济技术开发区管理委员会 | 2023 | | | dev_zone
苏州工业园区管理委员会2022年政府信息公开工作年度报告 | 苏州工业园区管理委员会 | 2022 | | | dev_zone
宿迁经济技术开发区2023年政府信息公开工作年度报告 | 宿迁经济技术开发区 | 2023 | | | dev_zone
合肥高新技术产业开发区管委会2022年政府信息公开工作年度报告 | 合肥高新技术产业开发区管委会 | 2022 | | | dev_zone
西安市浐灞生态区管委会2021年政府信息公开工作年度报告 | 西安市浐灞生态区管委会 | 2021 | | | dev_zone
贵州贵安新区管理委员会2023年政府信息公开工作年度报告 | 贵州贵安新区管理委员会 | 2023 | | | dev_zone
杨凌示范区审计局2023年政府信息公开工作年度报告 | 杨凌示范区审计局 | 2023 | | | department
海口综合保税区管理委员会2022年政府信息公开工作年度报告 | 海口综合保税区管理委员会 | 2022 | | | dev_zone
厦门市湖里区人民政府2023年政府信息公开工作年度报告 | 厦门市湖里区人民政府 | 2023 | county | 福建省 厦门市 湖里区 | government_county
国家税务总局威海市税务局2023年政府信息公开工作年度报告 | 国家税务总局威海市税务局 | 2023 | prefecture | 山东省 威海市 | vertical
国家税务总局江苏省税务局/2022年政府信息公开工作年度报告 | 国家税务总局江苏省税务局 | 2022 | province | 江苏省 | vertical
国家税务总局沭阳县税务局2021年政府信息公开工作年度报告 | 国家税务总局沭阳县税务局 | 2021 | county | 江苏省 宿迁市 沭阳县 | vertical
中华人民共和国青岛海关2023年政府信息公开工作年度报告 | 中华人民共和国青岛海关 | 2023 | | | vertical
南京海关2022年政府信息公开工作年度报告 | 南京海关 | 2022 | | | vertical
宿迁市气象局2023年政府信息公开工作年度报告 | 宿迁市气象局 | 2023 | prefecture | 江苏省 宿迁市 | vertical
国家统计局淮安调查队2023年政府信息公开工作年度报告 | 国家统计局淮安调查队 | 2023 | | | vertical
国家统计局江苏调查总队2022年政府信息公开工作年度报告 | 国家统计局江苏调查总队 | 2022 | | | vertical
宿迁市消防救援支队2023年政府信息公开工作年度报告 | 宿迁市消防救援支队 | 2023 | prefecture | 江苏省 宿迁市 | vertical
宿迁市自然资源和规划局湖滨新区分局2022年政府信息公开工作年度报告 | 宿迁市自然资源和规划局湖滨新区分局 | 2022 | | | vertical
江苏省邮政管理局2023年政府信息公开工作年度报告 | 江苏省邮政管理局 | 2023 | province | 江苏省 | vertical
广州市疾病预防控制中心2023年政府信息公开工作年度报告 | 广州市疾病预防控制中心 | 2023 | prefecture | 广东省 广州市 | public_institution
宿迁市第一人民医院2022年信息公开年度报告 | 宿迁市第一人民医院 | 2022 | prefecture | 江苏省 宿迁市 | public_institution
淮安市实验小学2023年信息公开工作年度报告 | 淮安市实验小学 | 2023 | prefecture | 江苏省 淮安市 | public_institution
洪泽区实验幼儿园2023年信息公开年度报告 | 洪泽区实验幼儿园 | 2023 | county | 江苏省 淮安市 洪泽区 | public_institution
南京邮电大学2022年信息公开年度报告 | 南京邮电大学 | 2022 | | | public_institution
新疆生产建设兵团2022年政府信息公开工作年度报告 | 新疆生产建设兵团 | 2022 | | |
新疆生产建设兵团教育局2023年政府信息公开工作年度报告 | 新疆生产建设兵团教育局 | 2023 | | | department
新疆生产建设兵团第八师石河子市2023年政府信息公开工作年度报告 | 新疆生产建设兵团第八师石河子市 | 2023 | | |
2019年上海市人民政府办公厅政府信息公开工作年度报告 | 上海市人民政府办公厅 | 2019 | province | 上海市 | gov_office
2021年度海南省财政厅政府信息公开工作年度报告 | 海南省财政厅 | 2021 | province | 海南省 | department
洪泽区人民政府政府信息公开工作年度报告（2023年度） | 洪泽区人民政府 | 2023 | county | 江苏省 淮安市 洪泽区 | government_county
2023年政府信息公开工作年度报告（洪泽区人民政府） | 洪泽区人民政府 | 2023 | county | 江苏省 淮安市 洪泽区 | government_county
洪泽区人民政府2023年政府政府信息公开工作年度报告 | 洪泽区人民政府 | 2023 | county | 江苏省 淮安市 洪泽区 | government_county
万潮镇2016年政务信息公开年度报告 | 万潮镇 | 2016 | township | | government_township
宿迁市人民政府二〇二三年政府信息公开工作年度报告 | 宿迁市人民政府 | 2023 | prefecture | 江苏省 宿迁市 | government_prefecture
宿迁市人民政府/二○二三年度/政府信息公开工作报告 | 宿迁市人民政府 | 2023 | prefecture | 江苏省 宿迁市 | government_prefecture
宿迁市审计局2023年政府信息公开年报 | 宿迁市审计局 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市审计局2023年度政府信息公开工作年报 | 宿迁市审计局 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市财政局2022年政府信息/公开工作年度报告 | 宿迁市财政局 | 2022 | prefecture | 江苏省 宿迁市 | department
宿迁市住房和城乡/建设局2022年政府信息公开工作年度报告 | 宿迁市住房和城乡建设局 | 2022 | prefecture | 江苏省 宿迁市 | department
沭阳县/人民政府/2022年/政府信息公开工作年度报告 | 沭阳县人民政府 | 2022 | county | 江苏省 宿迁市 沭阳县 | government_county
上海市发展和改革委员会（上海市物价局）2021年政府信息公开工作年度报告 | 上海市发展和改革委员会（上海市物价局） | 2021 | province | 上海市 | department
宿迁市文化广电和旅游局（文物局）2023年政府信息公开工作年度报告 | 宿迁市文化广电和旅游局（文物局） | 2023 | prefecture | 江苏省 宿迁市 | department
中共宿迁市委机构编制委员会办公室2023年政府信息公开工作年度报告 | 中共宿迁市委机构编制委员会办公室 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市档案馆2023年政府信息公开工作年度报告 | 宿迁市档案馆 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市供销合作总社2022年政府信息公开工作年度报告 | 宿迁市供销合作总社 | 2022 | prefecture | 江苏省 宿迁市 | department
宿迁市残疾人联合会2023年政府信息公开工作年度报告 | 宿迁市残疾人联合会 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市公安局交通警察支队2023年政府信息公开工作年度报告 | 宿迁市公安局交通警察支队 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市政务服务管理办公室 2022 年度政府信息公开工作年度报告 | 宿迁市政务服务管理办公室 | 2022 | prefecture | 江苏省 宿迁市 | department
关于宿迁市民政局2023年度政府信息公开工作的报告 | 宿迁市民政局 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市民政局关于报送2023年政府信息公开工作年度报告的报告 | 宿迁市民政局 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市民政局2023年度政府信息公开工作年度报告（网络版） | 宿迁市民政局 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市民政局2023年政府信息公开工作总结 | 宿迁市民政局 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市民政局2023年依法公开政府信息工作年度报告 | 宿迁市民政局 | 2023 | prefecture | 江苏省 宿迁市 | department
２０２３年宿迁市民政局政府信息公开工作年度报告 | 宿迁市民政局 | 2023 | prefecture | 江苏省 宿迁市 | department
宿迁市民政局2023政府信息公开年度报告 | 宿迁市民政局 | 2023 | prefecture | 江苏省 宿迁市 | department
香格里拉市人民政府2023年政府信息公开工作年度报告 | 香格里拉市人民政府 | 2023 | county | 云南省 迪庆藏族自治州 香格里拉市 | government_county
三亚市崖州区人民政府2023年政府信息公开工作年度报告 | 三亚市崖州区人民政府 | 2023 | county | 海南省 三亚市 崖州区 | government_county
陵水黎族自治县人民政府2022年政府信息公开工作年度报告 | 陵水黎族自治县人民政府 | 2022 | county | 海南省 陵水黎族自治县 | government_county
仙桃市人民政府2023年政府信息公开工作年度报告 | 仙桃市人民政府 | 2023 | county | 湖北省 仙桃市 | government_county
甘孜藏族自治州人民政府办公室2022年政府信息公开工作年度报告 | 甘孜藏族自治州人民政府办公室 | 2022 | prefecture | 四川省 甘孜藏族自治州 | gov_office
凉山州西昌市人民政府2023年政府信息公开工作年度报告 | 凉山州西昌市人民政府 | 2023 | county | 四川省 凉山彝族自治州 西昌市 | government_county
吉林市人民政府2023年政府信息公开工作年度报告 | 吉林市人民政府 | 2023 | prefecture | 吉林省 吉林市 | government_prefecture
海南藏族自治州人民政府2022年政府信息公开工作年度报告 | 海南藏族自治州人民政府 | 2022 | prefecture | 青海省 海南藏族自治州 | government_prefecture
石河子市人民政府2023年政府信息公开工作年度报告 | 石河子市人民政府 | 2023 | county | 新疆维吾尔自治区 石河子市 | government_county
澄江县人民政府2018年政府信息公开工作年度报告 | 澄江县人民政府 | 2018 | county | | government_county
`;

/** All titles of the table. */
export const KNOWN_TITLES: readonly KnownTitle[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [printed = '', agency = '', year = '', level = '', region = '', unitType = ''] = line
      .split('|')
      .map((part) => part.trim());
    return { printed, agency, year: Number(year), level, region, unitType };
  });
